export { t as renderSummary } from "./summary2.js";
