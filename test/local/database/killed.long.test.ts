import { killed } from "./killed.cases.ts";

killed(20, 1000);
