export { n as error } from "./core.js";
