import { killed } from "./killed.cases.ts";

killed(6, 1000);
