export { t as renderJUnit } from "./junit.js";
