export { t as renderComment } from "./comment.js";
