import { killed } from "./killed.cases.ts";

killed(2, 150);
