export { t as renderJson } from "./json2.js";
