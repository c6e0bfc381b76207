import { h as string, m as strictObject, o as boolean } from "./schemas.js";
import { a as datetime } from "./schema.js";
import { t as groupBy } from "./group-by.js";
import { d as writeWhole, p as readJson, x as markSameResults } from "./bare-folder.js";
import { d as collectedSchema, h as webAddressOf } from "./progress2.js";
import { join } from "node:path";
import { createHash, randomUUID } from "node:crypto";
import { readdir, rm, stat, utimes } from "node:fs/promises";
// node_modules/p-map/index.js
function pMap(iterable, mapper, options) {
	return mapConcurrently(iterable, mapper, options, false);
}
async function mapConcurrently(iterable, mapper, { concurrency = Number.POSITIVE_INFINITY, stopOnError = true, signal } = {}, isSettled) {
	return new Promise((resolve_, reject_) => {
		validateOptions(iterable, mapper, concurrency);
		const result = [];
		const errors = [];
		let skippedCount = 0;
		let isResolved = false;
		let isIterableDone = false;
		const pendingIndexes = /* @__PURE__ */ new Set();
		let doneIndex = Number.POSITIVE_INFINITY;
		let currentIndex = 0;
		const iterator = getIterator(iterable);
		const signalListener = () => {
			reject(signal.reason);
		};
		const cleanup = () => {
			signal?.removeEventListener("abort", signalListener);
		};
		const resolve = (value) => {
			resolve_(value);
			cleanup();
		};
		const reject = (reason) => {
			if (isResolved) return;
			isResolved = true;
			reject_(reason);
			cleanup();
			if (!isIterableDone) closeIterator(iterator);
		};
		if (signal) {
			if (signal.aborted) {
				reject(signal.reason);
				return;
			}
			signal.addEventListener("abort", signalListener, { once: true });
		}
		const pull = createPuller(iterator);
		const settleIfFinished = () => {
			if (isResolved || doneIndex === Number.POSITIVE_INFINITY) return;
			for (const index of pendingIndexes) if (index < doneIndex) return;
			if (!stopOnError) {
				const collectedErrors = [];
				for (let index = 0; index < Math.min(doneIndex, errors.length); index++) if (index in errors) collectedErrors.push(errors[index]);
				if (collectedErrors.length > 0) {
					reject(new AggregateError(collectedErrors));
					return;
				}
			}
			isResolved = true;
			if (!isIterableDone) closeIterator(iterator);
			const lastIndex = Math.min(doneIndex, result.length);
			if (lastIndex === result.length && skippedCount === 0) {
				resolve(result);
				return;
			}
			resolve(result.slice(0, lastIndex).filter((value) => value !== pMapSkip));
		};
		const next = async () => {
			if (isResolved || currentIndex >= doneIndex) return;
			const index = currentIndex++;
			pendingIndexes.add(index);
			let nextItem;
			try {
				nextItem = await pull();
			} catch (error) {
				pendingIndexes.delete(index);
				if (index < doneIndex) throw error;
				settleIfFinished();
				return;
			}
			if (nextItem.done) {
				pendingIndexes.delete(index);
				doneIndex = Math.min(doneIndex, index);
				isIterableDone = true;
				settleIfFinished();
				return;
			}
			(async () => {
				try {
					const element = await nextItem.value;
					if (isResolved || index >= doneIndex) return;
					const value = await mapper(element, index);
					if (index >= doneIndex) return;
					if (value === pMapStop) {
						doneIndex = index;
						return;
					}
					if (value === pMapSkip) skippedCount++;
					result[index] = isSettled && value !== pMapSkip ? {
						status: "fulfilled",
						value
					} : value;
				} catch (error) {
					if (index >= doneIndex) return;
					if (isSettled) result[index] = {
						status: "rejected",
						reason: error
					};
					else if (stopOnError) {
						reject(error);
						return;
					} else errors[index] = error;
				} finally {
					pendingIndexes.delete(index);
					settleIfFinished();
				}
				try {
					await next();
				} catch (error) {
					reject(error);
				}
			})().then(() => new Promise(() => {})).then(resolve_);
		};
		(async () => {
			for (let index = 0; index < concurrency; index++) {
				try {
					await next();
				} catch (error) {
					reject(error);
					break;
				}
				if (isResolved || currentIndex >= doneIndex) break;
			}
		})();
	});
}
const pMapSkip = Symbol("skip");
const pMapStop = Symbol("stop");
function validateOptions(iterable, mapper, concurrency) {
	if (iterable?.[Symbol.iterator] === void 0 && iterable?.[Symbol.asyncIterator] === void 0) throw new TypeError(`Expected \`input\` to be either an \`Iterable\` or \`AsyncIterable\`, got (${typeof iterable})`);
	if (typeof mapper !== "function") throw new TypeError("Mapper function is required");
	if (!isLimit(concurrency, 1)) throw new TypeError(`Expected \`concurrency\` to be an integer from 1 and up or \`Infinity\`, got \`${concurrency}\` (${typeof concurrency})`);
}
function isLimit(value, minimum) {
	return Number.isSafeInteger(value) && value >= minimum || value === Number.POSITIVE_INFINITY;
}
function getIterator(iterable) {
	return iterable[Symbol.asyncIterator] === void 0 ? iterable[Symbol.iterator]() : iterable[Symbol.asyncIterator]();
}
async function closeIterator(iterator) {
	try {
		await iterator.return?.();
	} catch {}
}
function createPuller(iterator) {
	let isSourceDone = false;
	const markDone = (item) => {
		if (item?.done) isSourceDone = true;
	};
	return () => {
		if (isSourceDone) return { done: true };
		const result = iterator.next();
		markDone(result);
		if (typeof result?.then !== "function") return result;
		const promise = Promise.resolve(result);
		promise.then(markDone, () => {});
		return promise;
	};
}
// src/cohort/assemble.ts
const UNKNOWN_EXERCISE = {
	id: "exercise",
	title: "Exercise",
	specDigest: ""
};
async function assembled(given) {
	const { rows, previous } = given;
	const deadline = given.deadline ?? previous?.deadline ?? null;
	const ids = rows.flatMap(({ facts }) => facts.exercise ?? []);
	const usual = given.exercise ?? mostFrequent(ids) ?? previous?.exercises[0]?.id ?? UNKNOWN_EXERCISE.id;
	const now = /* @__PURE__ */ new Set([
		...ids,
		usual,
		UNKNOWN_EXERCISE.id
	]);
	const prints = /* @__PURE__ */ new Map();
	const before = new Map(previous?.learners.map((learner) => [learner.id, learner]));
	const learners = [...groupBy(rows, ({ entrant }) => entrant.id)].map(([id, own]) => {
		const known = before.get(id);
		const results = own.map((row) => {
			const result = resultOf(row, usual, known, deadline);
			if (row.stored) prints.set(result, row.stored.print);
			return result;
		});
		const others = (known?.results ?? []).filter(({ exercise }) => !now.has(exercise));
		return {
			...learnerOf(own[0]),
			results: [...onePerExercise(results), ...others]
		};
	});
	const listed = new Set(learners.map(({ id }) => id));
	const vanished = (previous?.learners ?? []).filter(({ id }) => !listed.has(id)).map((learner) => ({
		...learner,
		results: learner.results.flatMap((one) => !now.has(one.exercise) ? one : given.keepVanished ? {
			...one,
			why: "It is no longer listed on GitHub."
		} : [])
	})).filter(({ results }) => results.length > 0);
	markSameResults(learners, prints);
	return {
		schemaVersion: 1,
		title: given.title ?? previous?.title ?? "Cohort",
		collectedAt: (/* @__PURE__ */ new Date()).toISOString(),
		deadline,
		exercises: await exercisesIn(given, now, learners),
		learners: [...learners, ...vanished]
	};
}
function resultOf({ facts, stored }, usual, known, deadline) {
	const { artifact, exercise: found, ...rest } = facts;
	const exercise = found ?? usual;
	const old = known?.results.find((one) => one.exercise === exercise && one.status === "graded");
	if (stored === null && artifact === null && old) return {
		...old,
		why: `${(facts.why ?? "").trim()} This is the result of an earlier collection.`.trim()
	};
	return {
		exercise,
		status: stored ? "graded" : "none",
		...rest,
		why: stored ? null : facts.why,
		report: stored?.report ?? null,
		late: deadline !== null && facts.at !== null && Date.parse(facts.at) > Date.parse(deadline),
		history: stored?.history ?? old?.history ?? null
	};
}
function onePerExercise(results) {
	const rank = ({ status, at }) => (status === "graded" ? 0x38d7ea4c68000 : 0) + Date.parse(at ?? "1970-01-01");
	return [...groupBy(results, ({ exercise }) => exercise).values()].flatMap((of) => of.toSorted((a, b) => rank(b) - rank(a)).slice(0, 1));
}
function learnerOf({ entrant: { id, name, group, repository, clone } }) {
	return {
		id,
		name,
		group,
		repository: (/^https?:\/\/[^\s<>"'\\@]+$/.test(clone ?? "") ? clone : null) ?? (repository && webAddressOf(repository))
	};
}
async function exercisesIn(given, now, learners) {
	const { previous, exercises } = given;
	const others = (previous?.exercises ?? []).filter(({ id }) => !now.has(id) && id !== UNKNOWN_EXERCISE.id);
	const listed = [...now].filter((id) => id !== UNKNOWN_EXERCISE.id || learners.some(hasUnknown)).sort();
	return [...await Promise.all(listed.map(async (id) => {
		const loaded = await exercises.load(exercises.folder, id).catch(() => null);
		return loaded ? {
			id,
			title: loaded.spec.title,
			specDigest: loaded.digest
		} : previous?.exercises.find((one) => one.id === id) ?? {
			...UNKNOWN_EXERCISE,
			id
		};
	})), ...others];
}
const hasUnknown = ({ results }) => results.some(({ exercise }) => exercise === UNKNOWN_EXERCISE.id);
function mostFrequent(ids) {
	return [...groupBy(ids, (id) => id).entries()].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
// src/cohort/collect/row-state.ts
const runSchema = strictObject({
	id: string(),
	source: string(),
	startedAt: datetime(),
	finished: boolean()
});
const rowStateSchema = strictObject({
	run: string(),
	judgedBy: string(),
	facts: collectedSchema,
	stored: strictObject({
		report: string(),
		history: string(),
		print: string()
	}).nullable()
});
const HOUR = 36e5;
const LARGEST = 1048576;
async function resumable(out, folder, source) {
	const file = join(folder, "run.json");
	const before = await readState(folder, "run.json", runSchema);
	if (before !== null && !before.finished) await sweep(out);
	const goesOn = before !== null && !before.finished && before.source === source && Date.now() - await lastTouched(file) < HOUR;
	const run = goesOn ? before : {
		id: randomUUID(),
		source,
		startedAt: (/* @__PURE__ */ new Date()).toISOString(),
		finished: false
	};
	if (!goesOn) await writeWhole(file, JSON.stringify(run), 384);
	return {
		id: run.id,
		read: (learner, place) => readState(folder, pathOf(learner, place), rowStateSchema),
		async write(learner, place, state) {
			await writeWhole(join(folder, pathOf(learner, place)), JSON.stringify(state), 384);
			await utimes(file, /* @__PURE__ */ new Date(), /* @__PURE__ */ new Date());
		},
		finish: () => writeWhole(file, JSON.stringify({
			...run,
			finished: true
		}), 384)
	};
}
const lastTouched = (file) => stat(file).then(({ mtimeMs }) => mtimeMs, () => 0);
async function sweep(out) {
	const halves = (await readdir(out, { recursive: true }).catch(() => [])).filter((name) => HALF.test(name));
	await Promise.all(halves.map((name) => rm(join(out, name), { force: true })));
}
const HALF = /\.[0-9a-f]{8}-[0-9a-f-]{27}\.tmp$/;
const pathOf = (learner, place) => `rows/${learner}.${createHash("sha256").update(place).digest("hex").slice(0, 12)}.json`;
async function readState(folder, path, schema) {
	const parsed = schema.safeParse(await readJson(folder, path, LARGEST).catch(() => null));
	return parsed.success ? parsed.data : null;
}
export { assembled as n, pMap as r, resumable as t };
