import { n as evidenceSchema, r as reportSchema, t as STATES } from "./schema.js";
// src/run/own-secrets.ts
const NAMED_AS_SECRET = /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|(^|_)(API|ACCESS|PRIVATE|SIGNING|ENCRYPTION|DEPLOY|SSH)_?KEY|^ACTIONS_/i;
const WORDS_OF_REPORTS = [
	...STATES,
	...reportSchema.shape.engine.options,
	...reportSchema.shape.outcome.options,
	...evidenceSchema.shape.source.options
];
function ownSecrets(environment) {
	return Object.entries(environment).flatMap(([name, value]) => value !== void 0 && NAMED_AS_SECRET.test(name) && !WORDS_OF_REPORTS.includes(value.trim()) ? [value] : []);
}
export { ownSecrets as t };
