import { c as plain } from "./boundary.js";
// src/report/own-path.ts
function ownPath(file) {
	const path = plain(file, { max: 1e3 });
	return path !== file || path === "" || path.startsWith("/") || path.split("/").includes("..") ? null : path;
}
export { ownPath as t };
