import type { Chance } from "#test/support/chance.ts";

/** A message and how often it was received. */
export interface Message {
  readonly id: number;
  readonly body: string;
  readonly receives: number;
}

/**
 * A standard queue: at least once, in no order. A message that is being worked on is hidden; what fails, or is worked on
 * for too long, shows itself again; what has shown itself too often goes to the dead letters.
 */
export interface MessageQueue {
  readonly send: (body: string) => void;
  readonly isReceivable: () => boolean;
  readonly receive: (atMost: number) => readonly Message[];
  /** The receiver is done with it. One that has shown itself again meanwhile is not his any more. */
  readonly remove: (message: Message) => void;
  /** Its time of being hidden is over, whether or not somebody still works on it. */
  readonly show: (message: Message) => void;
  readonly hidden: () => readonly Message[];
  readonly deadLetters: () => readonly Message[];
  /** The operator's way back. */
  readonly redrive: () => void;
  readonly isEmpty: () => boolean;
}

export const messageQueue = (chance: Chance, mostReceives: number): MessageQueue => {
  const visible: Message[] = [];
  const hidden = new Map<number, Message>();
  const dead: Message[] = [];
  let sent = 0;

  return {
    send: (body) => visible.push({ id: ++sent, body, receives: 0 }),
    isReceivable: () => visible.length > 0,
    receive: (atMost) => {
      const received: Message[] = [];
      while (visible.length > 0 && received.length < atMost) {
        const [message] = visible.splice(chance.between(0, visible.length - 1), 1);
        if (!message) break;
        if (message.receives >= mostReceives) {
          dead.push(message);
          continue;
        }
        const again = { ...message, receives: message.receives + 1 };
        hidden.set(message.id, again);
        received.push(again);
      }
      return received;
    },
    remove: (message) => {
      if (hidden.get(message.id) === message) hidden.delete(message.id);
    },
    show: (message) => {
      if (hidden.get(message.id) !== message) return;
      hidden.delete(message.id);
      visible.push(message);
    },
    hidden: () => [...hidden.values()],
    deadLetters: () => dead,
    redrive: () => visible.push(...dead.splice(0).map((message) => ({ ...message, receives: 0 }))),
    isEmpty: () => visible.length + hidden.size + dead.length === 0,
  };
};
