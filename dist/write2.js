export { t as writeReports } from "./write.js";
