export { n as gradeCohortCommand } from "./grade4.js";
