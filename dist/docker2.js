export { t as dockerEngine } from "./docker.js";
