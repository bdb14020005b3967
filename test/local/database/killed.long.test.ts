import { killed } from "./killed.cases.ts";

killed(12, 1000);
