import { a as json } from "./boundary.js";
import { r as reportSchema } from "./schema.js";
// src/report/json.ts
function renderJson(report) {
	return `${json(reportSchema.parse(report))}\n`;
}
export { renderJson };
