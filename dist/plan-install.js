import { v as leven } from "./load.js";
import { c as fileOf, f as settingsChain, s as parseYaml } from "./config.js";
import { n as textReader } from "./read-text.js";
import { i as providersOf, n as normalName, t as isKnownPackage } from "./package-for-import.js";
import { a as seriesFits, i as compareVersions, n as parseLine, o as specifierOf, r as requirement, t as isExact } from "./requirement.js";
import { posix } from "node:path";
// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string, ptr) {
	let lines = string.slice(0, ptr).split(/\r?\n/);
	return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
	let lines = string.split(/\r?\n/);
	let codeblock = "";
	let numberLen = (Math.log10(line + 1) | 0) + 1;
	for (let i = line - 1; i <= line + 1; i++) {
		let l = lines[i - 1];
		if (!l) continue;
		codeblock += i.toString().padEnd(numberLen, " ");
		codeblock += ":  ";
		codeblock += l;
		codeblock += "\n";
		if (i === line) {
			codeblock += " ".repeat(numberLen + column + 2);
			codeblock += "^\n";
		}
	}
	return codeblock;
}
var TomlError = class TomlError extends Error {
	line;
	column;
	codeblock;
	constructor(message, options) {
		const [line, column] = getLineColFromPtr(options.toml, options.ptr);
		const codeblock = makeCodeBlock(options.toml, line, column);
		super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
		this.line = line;
		this.column = column;
		this.codeblock = codeblock;
	}
	static x(message, ctx, ptr) {
		throw new TomlError(message, {
			toml: ctx.s,
			ptr: ptr ?? ctx.p
		});
	}
};
// node_modules/smol-toml/dist/primitive.js
function parseString(ctx) {
	let startPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p++);
	let first = c;
	let isLiteral = c === 39;
	let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
	if (isMultiline) {
		if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
		else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
	}
	let parsed = "";
	let sliceStart = ctx.p;
	let state = 0;
	for (; ctx.p < ctx.s.length; ctx.p++) {
		c = ctx.s.charCodeAt(ctx.p);
		if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
		else if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in strings", ctx);
		else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
			if (isMultiline) {
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
			}
			if (!state) {
				let s = ctx.s.slice(sliceStart, ctx.p);
				parsed = parsed ? parsed + s : s;
			}
			ctx.p += isMultiline ? 3 : 1;
			return parsed;
		} else if (!state) {
			if (!isLiteral && c === 92) {
				parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
				state = 1;
			}
		} else if (state === 1) {
			if (c === 120 || c === 117 || c === 85) {
				let errPtr = ctx.p++ - 1;
				let value = 0;
				let len = c === 120 ? 2 : c === 117 ? 4 : 8;
				for (let j = 0; j < len; j++, ctx.p++) {
					let hex = ctx.s.charCodeAt(ctx.p);
					let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
					if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
					value = value << 4 | digit;
				}
				if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
				parsed += String.fromCodePoint(value);
				sliceStart = ctx.p--;
				state = 0;
			} else if (isMultiline && (c === 32 || c === 9)) state = 2;
			else {
				if (c === 98) parsed += "\b";
				else if (c === 116) parsed += "	";
				else if (c === 110) parsed += "\n";
				else if (c === 102) parsed += "\f";
				else if (c === 114) parsed += "\r";
				else if (c === 101) parsed += "\x1B";
				else if (c === 34) parsed += "\"";
				else if (c === 92) parsed += "\\";
				else TomlError.x("unrecognised escape sequence", ctx);
				sliceStart = ctx.p + 1;
				state = 0;
			}
		} else if (c !== 32 && c !== 9) {
			if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
			state = !isLiteral && c === 92 ? 1 : 0;
			sliceStart = ctx.p;
		}
	}
	TomlError.x("unfinished string", ctx, startPtr);
}
// node_modules/smol-toml/dist/date.js
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class TomlDate extends Date {
	#hasDate = false;
	#hasTime = false;
	#offset = null;
	constructor(date, fasttype, unsafeDelim) {
		let hasDate = true;
		let hasTime = true;
		let offset = "Z";
		let c;
		if (typeof date === "string") {
			if (fasttype) prep: {
				if (fasttype < 3) {
					if (+date.slice(11, 13) > 23) {
						date = "";
						break prep;
					}
					if (fasttype === 2) {
						offset = null;
						date += "Z";
					} else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) offset = date.slice(date.length - 6);
					if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
				} else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
				hasDate = fasttype !== 4;
				hasTime = fasttype !== 3;
			}
			else {
				let match = date.match(DATE_TIME_RE);
				if (match) {
					if (!match[1]) {
						hasDate = false;
						date = `0000-01-01T${date}`;
					}
					hasTime = !!match[2];
					hasTime && date[10] === " " && (date = date.replace(" ", "T"));
					if (match[2] && +match[2] > 23) date = "";
					else {
						offset = match[3] || null;
						if (!offset && hasTime) date += "Z";
					}
				} else date = "";
			}
		}
		super(date);
		if (!isNaN(this.getTime())) {
			this.#hasDate = hasDate;
			this.#hasTime = hasTime;
			this.#offset = offset;
		}
	}
	isDateTime() {
		return this.#hasDate && this.#hasTime;
	}
	isLocal() {
		return !this.#hasDate || !this.#hasTime || !this.#offset;
	}
	isDate() {
		return this.#hasDate && !this.#hasTime;
	}
	isTime() {
		return this.#hasTime && !this.#hasDate;
	}
	isValid() {
		return this.#hasDate || this.#hasTime;
	}
	toISOString() {
		let iso = super.toISOString();
		if (this.isDate()) return iso.slice(0, 10);
		if (this.isTime()) return iso.slice(11, 23);
		if (this.#offset === null) return iso.slice(0, -1);
		if (this.#offset === "Z" || this.#offset === "z") return iso;
		let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
		offset = this.#offset[0] === "-" ? offset : -offset;
		return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
	}
	static wrapAsOffsetDateTime(jsDate, offset = "Z") {
		let date = new TomlDate(jsDate);
		date.#offset = offset;
		return date;
	}
	static wrapAsLocalDateTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#offset = null;
		return date;
	}
	static wrapAsLocalDate(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasTime = false;
		date.#offset = null;
		return date;
	}
	static wrapAsLocalTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasDate = false;
		date.#offset = null;
		return date;
	}
};
// node_modules/smol-toml/dist/extract.js
function isDigit(char, base = 10) {
	return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
	return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
}
function extractValue(ctx, end) {
	let errPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p);
	if (c === 91 || c === 123) {
		ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
		let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
		ctx.d++;
		return value;
	}
	if (c === 34 || c === 39) return parseString(ctx);
	if (c === 116) {
		if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, true;
	}
	if (c === 102) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, false;
	}
	if (c === 43 || c === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
	if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c, end);
	if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c, end);
	return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
	let c = startChr;
	let state = 0;
	let hasUnderscores = false;
	if (c === 105) {
		if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, (sign || 1) / 0;
	}
	if (c === 110) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, NaN;
	}
	if (c === 48) {
		if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
		if (!sign) {
			if (c === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
			else if (c === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
			else if (c === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
		}
		if (c === 46) state = 2;
		else if (c === 101 || c === 69) state = 4;
		else TomlError.x("illegal leading zero", ctx, startPtr);
	} else if (!isDigit(c)) TomlError.x("invalid value", ctx, startPtr);
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
		if (!state) state = 1;
		if (c === 95) {
			if (!(state & 1)) TomlError.x("illegal underscore", ctx);
			state += 11;
			hasUnderscores = true;
		} else if (state === 1 && c === 46) state = 2;
		else if ((state === 1 || state === 3) && (c === 101 || c === 69)) state = 4;
		else if (state === 4 && (c === 43 || c === 45)) state = 6;
		else if (!isDigit(c)) TomlError.x(`illegal character in numeric literal`, ctx);
		else if (state > 9) state -= 11;
		else if (!(state & 1)) state++;
	}
	if (!state) {
		let val = (startChr - 48) * (sign || 1);
		return ctx.bi === true ? BigInt(val) : val;
	}
	if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
	let str = ctx.s.slice(startPtr, ctx.p);
	if (hasUnderscores) str = str.replaceAll("_", "");
	return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
	let c, underscore = 1;
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) if (c === 95) {
		if (underscore & 1) TomlError.x("illegal underscore", ctx);
		underscore = 3;
	} else if (!isDigit(c, base)) TomlError.x(`illegal character in numeric literal`, ctx);
	else if (underscore & 1) underscore--;
	if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
	let str = ctx.s.slice(startPtr + 2, ctx.p);
	if (underscore) str = str.replaceAll("_", "");
	return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
	if (ctx.bi !== true) int: {
		let val = parseInt(str, base);
		if (!Number.isSafeInteger(val)) {
			if (ctx.bi) break int;
			TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
		}
		return val;
	}
	return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
	let startPtr = ctx.p++, unsafeSeparator;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
	ctx.p += 5;
	if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
	if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	if (c = ctx.s.charCodeAt(ctx.p)) {
		if (c === 90 || c === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
		if (c === 43 || c === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
	}
	return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
	let start = ctx.p;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c, 0, endChr);
	if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
	if (ctx.ld) {
		let date = new TomlDate(str, type, unsafeDelim);
		if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
		return date;
	}
	try {
		if (temporalSuffix) str += temporalSuffix;
		switch (type) {
			case 1: return Temporal.ZonedDateTime.from(str);
			case 2: return Temporal.PlainDateTime.from(str);
			case 3: return Temporal.PlainDate.from(str);
			case 4: return Temporal.PlainTime.from(str);
		}
	} catch (e) {
		TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
	}
}
// node_modules/smol-toml/dist/util.js
function skipComment(ctx) {
	for (; ctx.p < ctx.s.length; ctx.p++) {
		let c = ctx.s.charCodeAt(ctx.p);
		if (c === 10) break;
		if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
			ctx.p++;
			break;
		}
		if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in comments", ctx);
	}
}
function skipVoid(ctx, banNewLines, banComments) {
	let c;
	while (ctx.p < ctx.s.length) {
		while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
		if (banComments || c !== 35) break;
		skipComment(ctx);
	}
}
// node_modules/smol-toml/dist/struct.js
function parseKey(ctx, end = 61) {
	let startPtr;
	let state = 0;
	let parsed = [];
	let sliceStart;
	let c = ctx.s.charCodeAt(startPtr = ctx.p);
	do
		if (c === end) {
			if (!state) TomlError.x("unexpected end of key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			return ctx.p++, parsed;
		} else if (c === 46) {
			if (!state) TomlError.x("illegal empty bare key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			state = 0;
		} else if (!state && (c === 34 || c === 39)) {
			if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
			parsed.push(parseString(ctx));
			state = 2;
			ctx.p--;
		} else if (c === 32 || c === 9) {
			if (state === 1) {
				parsed.push(ctx.s.slice(sliceStart, ctx.p));
				state = 2;
			}
		} else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) TomlError.x("illegal character in key", ctx);
		else if (!state) {
			state = 1;
			sliceStart = ctx.p;
		}
	while (c = ctx.s.charCodeAt(++ctx.p));
	TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
function parseInlineTable(ctx) {
	let startPtr = ctx.p++;
	let res = Object.create(null);
	let seen = /* @__PURE__ */ new Set();
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
			ctx.p++;
			return res;
		}
		let k;
		let t = res;
		let hasOwn = false;
		let errPtr = ctx.p;
		let key = parseKey(ctx);
		for (let i = 0; i < key.length; i++) {
			if (i) t = hasOwn ? t[k] : t[k] = Object.create(null);
			k = key[i];
			if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) {
				t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
				break;
			}
			if (!hasOwn && unsafe) Object.defineProperty(t, k, {
				enumerable: true,
				configurable: true,
				writable: true
			});
		}
		if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
		skipVoid(ctx, true, true);
		let value = extractValue(ctx, 125);
		if (t && typeof (t[k] = value) === "object") seen.add(value);
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished table", ctx, startPtr);
}
function parseArray(ctx) {
	let startPtr = ctx.p++;
	let res = [];
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
			ctx.p++;
			return res;
		}
		res.push(extractValue(ctx, 93));
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished array", ctx, startPtr);
}
// node_modules/smol-toml/dist/parse.js
function peekTable(ctx, key, table, meta, type) {
	let t = table;
	let m = meta;
	let k;
	let hasOwn = false;
	let state;
	for (let i = 0; i < key.length; i++) {
		if (i) {
			t = hasOwn ? t[k] : t[k] = Object.create(null);
			m = (state = m[k]).c;
			if (type === 0 && (state.t === 1 || state.t === 2)) return null;
			if (state.t === 2) {
				let l = t.length - 1;
				t = t[l];
				m = m[l].c;
			}
		}
		k = key[i];
		if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) return null;
		if (!hasOwn) {
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) return false;
			if (unsafe) {
				Object.defineProperty(t, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
				Object.defineProperty(m, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
			m[k] = {
				t: i < key.length - 1 && type === 2 ? 3 : type,
				d: false,
				i: 0,
				c: Object.create(null)
			};
		}
	}
	state = m[k];
	if (state.t !== type && !(type === 1 && state.t === 3)) return null;
	if (type === 2) {
		if (!state.d) {
			state.d = true;
			t[k] = [];
		}
		t[k].push(t = Object.create(null));
		state.c[state.i++] = state = {
			t: 1,
			d: false,
			i: 0,
			c: Object.create(null)
		};
	}
	if (state.d) return null;
	state.d = true;
	if (type === 1) t = hasOwn ? t[k] : t[k] = Object.create(null);
	else if (type === 0 && hasOwn) return null;
	return [
		k,
		t,
		state.c
	];
}
function validateTablePeek(ctx, peek, ptr) {
	if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse(toml, options = {}) {
	let ctx = {
		s: toml,
		p: 0,
		d: options.maxDepth ?? 1e3,
		bi: options.integersAsBigInt ?? false,
		ld: options.useLegacyDate ?? true,
		uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
	};
	let res = Object.create(null);
	let meta = Object.create(null);
	let tmp;
	let skipping = false;
	let tbl = res;
	let m = meta;
	if (toml.charCodeAt(0) === 65279) ctx.p++;
	skipVoid(ctx);
	while (ctx.p < toml.length) {
		if (toml.charCodeAt(ctx.p) === 91) {
			let isTableArray = toml.charCodeAt(++ctx.p) === 91;
			tmp = ctx.p += +isTableArray;
			skipping = false;
			let k = parseKey(ctx, 93);
			if (isTableArray) {
				if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
				ctx.p++;
			}
			let p = peekTable(ctx, k, res, meta, isTableArray ? 2 : 1);
			if (!p) {
				validateTablePeek(ctx, p, tmp);
				skipping = true;
			} else {
				m = p[2];
				tbl = p[1];
			}
		} else {
			tmp = ctx.p;
			let p = peekTable(ctx, parseKey(ctx), tbl, m, 0);
			if (!p && !skipping) validateTablePeek(ctx, p, tmp);
			skipVoid(ctx, true, true);
			let v = extractValue(ctx, void 0);
			if (p && !skipping) p[1][p[0]] = v;
		}
		skipVoid(ctx, true);
		if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
		skipVoid(ctx);
	}
	return res;
}
"".isWellFormed;
// src/prepare/toml-file.ts
function parseToml(text) {
	try {
		return parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return {};
	}
}
function table(value, ...path) {
	let current = value;
	for (const step of path) current = isTable(current) && Object.hasOwn(current, step) ? current[step] : void 0;
	return isTable(current) ? current : {};
}
const texts = (value) => Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
// src/prepare/adjust.ts
function adjust(declared) {
	const requirements = [];
	const extra = [];
	const remedies = [];
	const leftOut = /* @__PURE__ */ new Map();
	for (const item of declared) {
		const reason = dropped(item.name);
		if (reason === silent) continue;
		if (reason) leftOut.set(reason, [...leftOut.get(reason) ?? [], item.name]);
		else if (item.name === "psycopg2") {
			requirements.push(binaryPsycopg(item));
			remedies.push({
				what: "installed psycopg2-binary instead of psycopg2",
				why: "psycopg2 needs a compiler"
			});
		} else if (item.name === "python-magic-bin") {
			requirements.push(requirement("python-magic", "", "", item.marker).requirement);
			remedies.push({
				what: "installed python-magic instead",
				why: "python-magic-bin is for other systems"
			});
		} else requirements.push(item);
	}
	for (const [why, names] of leftOut) remedies.push({
		what: `did not install ${[...new Set(names)].join(", ")}`,
		why
	});
	const names = new Set(requirements.map(({ name }) => name));
	if (names.has("django-heroku") && !names.has("psycopg2-binary")) extra.push("psycopg2-binary");
	return {
		requirements: requirements.filter((item, index) => requirements.findIndex(({ name, marker }) => name === item.name && marker === item.marker) === index),
		extra,
		remedies
	};
}
function binaryPsycopg(item) {
	const version = item.specifier.replace(/^===?/, "");
	const tooOld = isExact(item) && compareVersions(version, "2.7") < 0;
	return requirement("psycopg2-binary", "", tooOld ? "" : item.specifier, item.marker).requirement;
}
const silent = "supplied";
const tool = "the app runs without tools for writing code";
const reasons = new Map([
	["the app is started without a production server", [
		"uwsgi",
		"mod-wsgi",
		"supervisor",
		"chaussette",
		"meinheld",
		"bjoern"
	]],
	["the libraries of a MySQL server are not there", ["mysqlclient", "mysql-python"]],
	["the libraries of a directory server are not there", ["python-ldap", "django-auth-ldap"]],
	["only Windows or macOS has them", [...[
		"pywin32",
		"pypiwin32",
		"pywin32-ctypes",
		"pywinpty",
		"windows-curses",
		"twisted-iocpsupport",
		"wmi"
	], ...[
		"winshell",
		"pyreadline",
		"appnope",
		"pyobjc",
		"pyobjc-core",
		"pywinauto",
		"comtypes",
		"pyaudio"
	]]],
	["they belong to an operating system, not to the package index", [
		...[
			"pkg-resources",
			"python-apt",
			"ubuntu-advantage-tools",
			"ubuntu-drivers-common",
			"ufw",
			"cloud-init"
		],
		...[
			"command-not-found",
			"language-selector",
			"ssh-import-id",
			"systemd-python",
			"unattended-upgrades"
		],
		...[
			"distro-info",
			"dbus-python",
			"pygobject",
			"pycups",
			"cupshelpers",
			"louis",
			"screen-resolution-extra"
		],
		...[
			"usb-creator",
			"xkit",
			"apturl",
			"python-debian",
			"defer",
			"brlapi",
			"pycairo",
			"gpg"
		]
	]],
	["Python has them already", [
		"wsgiref",
		"argparse",
		"distribute",
		"uuid",
		"asyncio"
	]],
	[tool, [
		...[
			"ruff",
			"flake8",
			"black",
			"pylint",
			"pylint-django",
			"pylama",
			"isort",
			"mypy",
			"bandit",
			"pre-commit"
		],
		...[
			"pre-commit-hooks",
			"autopep8",
			"yapf",
			"djlint",
			"djhtml",
			"twine",
			"tox",
			"nox",
			"pipenv",
			"poetry"
		],
		...[
			"pip-tools",
			"virtualenv",
			"jupyter",
			"jupyterlab",
			"notebook",
			"ipykernel",
			"nbconvert",
			"spyder",
			"safety"
		]
	]],
	[silent, [
		"pip",
		"wheel",
		"setuptools"
	]]
].flatMap(([reason, names]) => names.map((name) => [name, reason])));
const dropped = (name) => reasons.get(normalName(name)) ?? null;
// src/prepare/table-dependency.ts
function fromTable(dependencies, file, locked) {
	const requirements = [];
	const notes = [];
	for (const [name, value] of Object.entries(dependencies)) {
		if (name.toLowerCase() === "python") continue;
		const options = table(value);
		const written = typeof value === "string" ? value : typeof options.version === "string" ? options.version : "*";
		const isLinked = [
			"git",
			"path",
			"url",
			"file"
		].some((key) => key in options);
		if (isLinked && !isKnownPackage(name)) {
			notes.push(`${file}: ${name.slice(0, 80)} was left out: it is a link or a path, and only packages by name are installed.`);
			continue;
		}
		const pin = locked.get(name.toLowerCase().replaceAll(/[-_.]+/g, "-"));
		const specifier = pin && !isLinked ? `==${pin}` : specifierOf(written);
		const extras = texts(options.extras);
		const parsed = parseLine(`${name}${extras.length > 0 ? `[${extras.join(",")}]` : ""}${specifier ?? ""}`);
		if (parsed.kind === "requirement") requirements.push(parsed.requirement);
		else notes.push(`${file}: ${name.slice(0, 80)} was left out: it is not the name of a package.`);
		if (specifier === null) notes.push(`${file}: the version of ${name.slice(0, 80)} is not understood, so any is taken.`);
	}
	return {
		requirements,
		notes
	};
}
function fromLines(lines, file, locked) {
	const requirements = [];
	const notes = [];
	for (const line of lines) {
		const parsed = parseLine(line);
		if (parsed.kind === "refused") notes.push(`${file}: \`${line.slice(0, 80)}\` was left out: ${parsed.reason}.`);
		if (parsed.kind !== "requirement") continue;
		const { name, text, marker } = parsed.requirement;
		const pin = locked.get(name);
		const extras = /\[[^\]]*\]/.exec(text)?.[0] ?? "";
		requirements.push(pin ? requirement(name, extras, `==${pin}`, marker).requirement : parsed.requirement);
	}
	return {
		requirements,
		notes
	};
}
// src/prepare/conda-file.ts
async function readConda(file, read) {
	const entries = table(parseYaml(await read(file))).dependencies;
	const own = texts(entries).map((line) => line.replace(/^[\w-]+::/, ""));
	const pip = (Array.isArray(entries) ? entries : []).flatMap((entry) => texts(table(entry).pip));
	return {
		source: file,
		optional: [],
		...fromLines([...own.filter((line) => isKnownPackage(/^[\w.-]+/.exec(line)?.[0] ?? "")), ...pip], file, /* @__PURE__ */ new Map())
	};
}
// src/prepare/pipfile.ts
async function readPipfile(pipfile, lock, read) {
	const lockContent = lock ? parseJson(await read(lock)) : {};
	const locked = new Map(["develop", "default"].flatMap((group) => Object.entries(table(lockContent, group)).flatMap(([name, entry]) => {
		const version = table(entry).version;
		return typeof version === "string" ? [[name.toLowerCase(), version.replace(/^==/, "")]] : [];
	})));
	const file = pipfile ?? lock ?? "Pipfile";
	const content = pipfile ? parseToml(await read(pipfile)) : {};
	const main = fromTable(pipfile ? table(content, "packages") : table(lockContent, "default"), file, locked);
	const optional = fromTable(table(content, "dev-packages"), file, locked);
	return {
		source: pipfile && lock ? `${pipfile} and ${lock}` : file,
		requirements: main.requirements,
		optional: optional.requirements,
		notes: main.notes
	};
}
function parseJson(text) {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return {};
	}
}
// src/prepare/pyproject.ts
async function readPyproject(file, locks, read) {
	const content = parseToml(await read(file));
	const lockFile = locks.uv ?? locks.poetry;
	const locked = lockFile ? lockedVersions(await read(lockFile)) : /* @__PURE__ */ new Map();
	const poetry = table(content, "tool", "poetry");
	const groups = Object.values(table(poetry, "group")).map((group) => table(group, "dependencies"));
	const optionalLines = [
		...Object.values(table(content, "project", "optional-dependencies")),
		...Object.values(table(content, "dependency-groups")),
		table(content, "tool", "uv")["dev-dependencies"]
	].flatMap(texts);
	const main = [fromLines(texts(table(content, "project").dependencies), file, locked), fromTable(table(poetry, "dependencies"), file, locked)];
	const optional = [
		fromLines(optionalLines, file, locked),
		fromTable(table(poetry, "dev-dependencies"), file, locked),
		...groups.map((group) => fromTable(group, file, locked))
	];
	return {
		source: lockFile && locked.size > 0 ? `${file} and ${lockFile}` : file,
		requirements: main.flatMap(({ requirements }) => requirements),
		optional: optional.flatMap(({ requirements }) => requirements),
		notes: main.flatMap(({ notes }) => notes)
	};
}
function lockedVersions(text) {
	const pairs = text.replaceAll("\r", "").matchAll(/^name = "([^"\n]{1,100})"\nversion = "([\w.+!-]{1,60})"/gm);
	return new Map([...pairs].map(([, name = "", version = ""]) => [name.toLowerCase(), version]));
}
// src/prepare/requirements-file.ts
const maxLines = 2e3;
const maxNotes = 12;
async function readRequirements(file, files, read) {
	const declared = {
		requirements: [],
		notes: []
	};
	await readInto(declared, file, new Set(files), read, /* @__PURE__ */ new Set());
	const more = declared.notes.length - maxNotes;
	if (more > 0) declared.notes.splice(maxNotes, more, `${more} more lines of ${file} were left out or changed.`);
	return declared;
}
async function readInto(declared, file, files, read, seen) {
	if (seen.has(file) || seen.size > 20) return;
	seen.add(file);
	for (const { text, line } of logicalLines(await read(file))) {
		const parsed = parseLine(text);
		const at = `${file}, line ${line}`;
		if (parsed.kind === "requirement") {
			declared.requirements.push(parsed.requirement);
			if (parsed.note) declared.notes.push(`${at}: ${parsed.note}.`);
		} else if (parsed.kind === "refused") declared.notes.push(`${at}: \`${text.trim().slice(0, 80)}\` was left out: ${parsed.reason}.`);
		else if (parsed.kind === "include") {
			const target = posix.normalize(posix.join(posix.dirname(file), parsed.path));
			if (files.has(target)) await readInto(declared, target, files, read, seen);
			else declared.notes.push(`${at}: \`${parsed.path.slice(0, 80)}\` was left out: it is not a file of the repository.`);
		}
	}
}
function logicalLines(text) {
	const physical = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/).slice(0, maxLines);
	const table = physical.findIndex((line) => /^Package\s+Version/.test(line.trim()));
	const result = [];
	let open = "";
	for (const [index, line] of physical.entries()) {
		if (table >= 0 && (index <= table || /^[-\s]*$/.test(line))) continue;
		const joined = open + (table >= 0 ? line.trim().replace(/^(\S+)\s+(\d\S*).*$/, "$1==$2") : line);
		const continued = /\\\s*$/.test(joined) && index < physical.length - 1;
		open = continued ? `${joined.replace(/\\\s*$/, "")} ` : "";
		if (!continued) result.push({
			text: joined,
			line: index + 1
		});
	}
	return result;
}
// src/prepare/setup-file.ts
async function readSetup(setup, read) {
	const cfg = setup.cfg ? installRequires(await read(setup.cfg)) : [];
	const py = setup.py ? listedInCall(await read(setup.py)) : [];
	const file = cfg.length > 0 ? setup.cfg : setup.py ?? setup.cfg;
	const found = fromLines([...cfg, ...py], file ?? "setup.cfg", /* @__PURE__ */ new Map());
	return {
		source: file ?? "setup.cfg",
		optional: [],
		...found
	};
}
function installRequires(text) {
	const lines = text.split(/\r?\n/);
	const start = lines.findIndex((line) => /^install_requires\s*=/.test(line));
	if (start === -1) return [];
	const rest = lines.slice(start + 1);
	const end = rest.findIndex((line) => /^\S/.test(line));
	return [(lines[start] ?? "").replace(/^install_requires\s*=/, ""), ...rest.slice(0, end === -1 ? void 0 : end)].map((line) => line.trim()).filter(Boolean);
}
function listedInCall(text) {
	return [...(/install_requires\s*=\s*[[(]([^\])]{0,20000})/.exec(text)?.[1] ?? "").replaceAll(/^[ \t]*#.*$/gm, "").matchAll(/(['"])(.{1,200}?)\1/g)].map((match) => match[2] ?? "");
}
// src/prepare/declared.ts
async function findDeclared(files, dir, read) {
	let first = null;
	for (const folder of folders(dir, files)) for (const found of await inFolder(folder, files, read)) {
		if (found.requirements.length + found.optional.length === 0) {
			if (found.notes.length > 0) first ??= found;
			continue;
		}
		if ([...found.requirements, ...found.optional].some(({ name }) => name === "django")) return chosen(found);
		if (!first || first.requirements.length === 0) first = found;
	}
	if (first) return chosen(first);
	return {
		requirements: [],
		optional: [],
		source: null,
		notes: ["No dependency file was found: what to install was read from the imports of the code."]
	};
}
function chosen(found) {
	const { requirements, notes } = withoutDoubles(found.requirements);
	const all = [
		`Dependencies were read from ${found.source}.`,
		...found.notes,
		...notes
	];
	return {
		...found,
		requirements,
		notes: all
	};
}
function folders(dir, files) {
	const up = [];
	for (let folder = dir;; folder = posix.dirname(folder)) {
		up.push(folder);
		if (folder === ".") break;
	}
	const rest = [...new Set(files.map((file) => posix.dirname(file)))].filter((folder) => !up.includes(folder) && !/(^|\/)(docs?|tests?)(\/|$)/.test(folder));
	const inside = (folder) => dir === "." || folder.startsWith(`${dir}/`) ? 0 : 1;
	rest.sort((a, b) => inside(a) - inside(b) || a.split("/").length - b.split("/").length);
	return [...up, ...rest.slice(0, 200)];
}
async function inFolder(folder, files, read) {
	const here = files.filter((file) => posix.dirname(file) === folder);
	const named = (name) => here.find((file) => posix.basename(file).toLowerCase() === name) ?? null;
	const found = [await fromRequirements(folder, here, files, read)];
	const pyproject = named("pyproject.toml");
	const locks = {
		uv: named("uv.lock"),
		poetry: named("poetry.lock")
	};
	if (pyproject) found.push(await readPyproject(pyproject, locks, read));
	const pipfile = named("pipfile");
	const pipfileLock = named("pipfile.lock");
	if (pipfile || pipfileLock) found.push(await readPipfile(pipfile, pipfileLock, read));
	const setup = {
		cfg: named("setup.cfg"),
		py: named("setup.py")
	};
	if (setup.cfg || setup.py) found.push(await readSetup(setup, read));
	const conda = here.find((file) => /^(conda|environment)[\w-]*\.ya?ml$/i.test(posix.basename(file)));
	if (conda) found.push(await readConda(conda, read));
	return found.filter((item) => item !== null);
}
async function fromRequirements(folder, here, files, read) {
	const parts = files.filter((file) => {
		const parent = posix.dirname(file);
		return posix.dirname(parent) === folder && /^(requirements?|reqs?|deps|dependencies)$/i.test(posix.basename(parent));
	}).filter((file) => /\.(txt|pip|in)$/i.test(file)).filter(notCompiledSource);
	const candidates = [];
	for (const file of here) {
		const likeness = likenessOf(posix.basename(file));
		if (likeness > 0 && (likeness >= 3 || looksLikeRequirements(await read(file)))) candidates.push({
			file,
			likeness,
			isForDevelopers: /dev|test|lint|doc/i.test(posix.basename(file))
		});
	}
	const best = candidates.filter(({ isForDevelopers }) => !isForDevelopers).toSorted((a, b) => b.likeness - a.likeness || a.file.length - b.file.length)[0];
	const main = best ? [best.file] : [];
	const fromFolder = parts.toSorted((a, b) => partOrder(a) - partOrder(b));
	const sources = [...main, ...fromFolder.filter((file) => partOrder(file) < 9)];
	const optional = [...fromFolder.filter((file) => partOrder(file) === 9), ...candidates.filter(({ file }) => file !== best?.file).map(({ file }) => file)];
	if (sources.length === 0 && optional.length === 0) return null;
	const required = sources.length > 0 ? sources : optional.splice(0, 1);
	const read1 = async (list) => Promise.all(list.map((file) => readRequirements(file, files, read)));
	const needed = await read1(required);
	return {
		source: required.join(", "),
		requirements: needed.flatMap(({ requirements }) => requirements),
		optional: (await read1(optional)).flatMap(({ requirements }) => requirements),
		notes: [...new Set(needed.flatMap(({ notes }) => notes))]
	};
	function notCompiledSource(file) {
		return !file.endsWith(".in") || !files.includes(file.replace(/\.in$/, ".txt"));
	}
}
function partOrder(file) {
	const name = posix.basename(file).toLowerCase();
	if (/prod|deploy|live|heroku|staging|docs/.test(name)) return 9;
	return /base|common|main|requirements/.test(name) ? 0 : /local|dev/.test(name) ? 1 : 2;
}
function likenessOf(name) {
	const [stem = "", extension = ""] = /\.(txt|pip|in|text|md)$/i.test(name) ? [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf(".") + 1)] : [name];
	const plain = stem.toLowerCase().replaceAll(/[^a-z]/g, "");
	if (extension === "md" || plain === "license" || plain === "readme") return 0;
	if (extension === "" && /\./.test(name)) return 0;
	if (plain === "requirements" && extension === "txt") return 5;
	if (plain === "requirements" || plain === "requirement") return extension === "in" ? 3.5 : 4;
	if (leven(plain, "requirements") <= 4 || /^req/.test(plain) || plain.startsWith("requirements")) return 2;
	return extension === "txt" || extension === "pip" ? 1 : 0;
}
function looksLikeRequirements(text) {
	if (text.length > 1e5) return false;
	const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	const pins = lines.filter((line) => line.length < 300 && /^[A-Za-z0-9._-]+(\[[\w,-]+\])?\s*([=~<>!]=?=?.*|\s+\d[\w.]*)?$/.test(line));
	const django = lines.some((line) => /^django\b/i.test(line));
	return lines.length > 0 && django && pins.length >= lines.length * .7;
}
function withoutDoubles(requirements) {
	const kept = [];
	const notes = [];
	for (const requirement of requirements) {
		const same = kept.find(({ name, marker }) => name === requirement.name && marker === requirement.marker);
		if (!same) kept.push(requirement);
		else if (same.specifier === "" && requirement.specifier !== "") kept[kept.indexOf(same)] = requirement;
		else if (same.specifier !== requirement.specifier && requirement.specifier !== "") notes.push(`${requirement.name} is asked for twice: ${same.text} was taken, ${requirement.text} was not.`);
	}
	return {
		requirements: kept,
		notes
	};
}
// src/prepare/django-releases.json
var django_releases_default = [
	{
		"series": "1.8",
		"released": "2015-04-01",
		"pythons": ["3.6"]
	},
	{
		"series": "1.9",
		"released": "2015-12-01",
		"pythons": ["3.6"]
	},
	{
		"series": "1.10",
		"released": "2016-08-01",
		"pythons": ["3.6"]
	},
	{
		"series": "1.11",
		"released": "2017-04-04",
		"pythons": ["3.6", "3.7"]
	},
	{
		"series": "2.0",
		"released": "2017-12-02",
		"pythons": ["3.6", "3.7"]
	},
	{
		"series": "2.1",
		"released": "2018-08-01",
		"pythons": ["3.6", "3.7"]
	},
	{
		"series": "2.2",
		"released": "2019-04-01",
		"pythons": [
			"3.6",
			"3.7",
			"3.8",
			"3.9"
		]
	},
	{
		"series": "3.0",
		"released": "2019-12-02",
		"pythons": [
			"3.6",
			"3.7",
			"3.8",
			"3.9"
		]
	},
	{
		"series": "3.1",
		"released": "2020-08-04",
		"pythons": [
			"3.6",
			"3.7",
			"3.8",
			"3.9"
		]
	},
	{
		"series": "3.2",
		"released": "2021-04-06",
		"pythons": [
			"3.6",
			"3.7",
			"3.8",
			"3.9",
			"3.10"
		]
	},
	{
		"series": "4.0",
		"released": "2021-12-07",
		"pythons": [
			"3.8",
			"3.9",
			"3.10"
		]
	},
	{
		"series": "4.1",
		"released": "2022-08-03",
		"pythons": [
			"3.8",
			"3.9",
			"3.10",
			"3.11"
		]
	},
	{
		"series": "4.2",
		"released": "2023-04-03",
		"pythons": [
			"3.8",
			"3.9",
			"3.10",
			"3.11",
			"3.12"
		]
	},
	{
		"series": "5.0",
		"released": "2023-12-04",
		"pythons": [
			"3.10",
			"3.11",
			"3.12"
		]
	},
	{
		"series": "5.1",
		"released": "2024-08-07",
		"pythons": [
			"3.10",
			"3.11",
			"3.12",
			"3.13"
		]
	},
	{
		"series": "5.2",
		"released": "2025-04-02",
		"pythons": [
			"3.10",
			"3.11",
			"3.12",
			"3.13",
			"3.14"
		]
	},
	{
		"series": "6.0",
		"released": "2025-12-03",
		"pythons": [
			"3.12",
			"3.13",
			"3.14"
		]
	}
];
// src/prepare/django-range.ts
function djangoRange(requirements, header) {
	const asked = requirements.filter(({ name }) => name === "django");
	const specifier = asked.map((item) => item.specifier).find(Boolean) ?? "";
	const fitting = django_releases_default.map(({ series }) => series).filter((series) => seriesFits(series, specifier));
	const isOpen = !asked.some(isExact) && !isOneSeries(fitting, specifier);
	if (header && isOpen && seriesFits(header, specifier)) return {
		versions: fitting.filter((series) => series === header),
		add: `django==${header}.*`,
		missing: false
	};
	return {
		versions: fitting,
		add: null,
		missing: asked.length === 0
	};
}
const isOneSeries = (fitting, specifier) => specifier !== "" && fitting.length === 1;
function pythonsFor(versions) {
	return [...new Set(django_releases_default.filter(({ series }) => versions.includes(series)).flatMap(({ pythons }) => pythons))].sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
}
function seriesOn(date) {
	return django_releases_default.findLast(({ released }) => released <= date)?.series ?? null;
}
// src/prepare/brings.json
var brings_default = {
	"channels-redis": ["redis", "channels"],
	"dj-rest-auth": ["djangorestframework"],
	"django-celery-beat": ["celery"],
	"django-celery-results": ["celery"],
	"django-elasticsearch-dsl": ["elasticsearch", "elasticsearch-dsl"],
	"django-ninja": ["pydantic"],
	"django-ninja-extra": ["django-ninja", "pydantic"],
	"django-ninja-jwt": [
		"django-ninja",
		"django-ninja-extra",
		"pydantic",
		"pyjwt"
	],
	"django-oauth-toolkit": ["oauthlib", "requests"],
	"django-redis": ["redis"],
	"django-rest-knox": ["djangorestframework"],
	"django-rest-auth": ["djangorestframework"],
	"django-two-factor-auth": ["django-otp", "qrcode"],
	"django-heroku": ["dj-database-url", "whitenoise"],
	"djangorestframework-jwt": ["pyjwt"],
	"drf-jwt": ["pyjwt"],
	"djangorestframework-simplejwt": ["pyjwt", "djangorestframework"],
	djoser: [
		"djangorestframework-simplejwt",
		"djangorestframework",
		"pyjwt",
		"social-auth-app-django",
		"social-auth-core"
	],
	"drf-spectacular": [
		"uritemplate",
		"pyyaml",
		"jsonschema",
		"inflection",
		"djangorestframework"
	],
	"drf-yasg": [
		"uritemplate",
		"pyyaml",
		"inflection",
		"pytz",
		"djangorestframework"
	],
	"graphene-django": ["graphene"],
	"social-auth-app-django": ["social-auth-core"],
	celery: ["kombu"],
	wagtail: [
		"django-taggit",
		"django-treebeard",
		"django-modelcluster",
		"pillow",
		"djangorestframework"
	],
	"django-imagekit": ["pillow"],
	"easy-thumbnails": ["pillow"],
	"django-simple-captcha": ["pillow"],
	"django-rq": ["rq", "redis"],
	boto3: ["botocore"],
	"django-import-export": ["tablib"],
	"firebase-admin": ["google-auth"],
	"django-money": ["py-moneyed"],
	daphne: ["asgiref"],
	"fcm-django": ["firebase-admin"],
	"django-q2": ["django-picklefield"],
	"google-api-python-client": ["google-auth"]
};
// src/prepare/missing-packages.ts
const maxFiles = 400;
async function missingPackages(files, project, requirements, optional, read) {
	const prefix = project.dir === "." ? "" : `${project.dir}/`;
	const own = files.filter((file) => file.startsWith(prefix) && file.endsWith(".py"));
	const local = localModules(own, prefix);
	const installed = new Set(requirements.flatMap(withBrought));
	const settings = fileOf(project.settingsModules[0] ?? "", project.dir, files);
	const wanted = /* @__PURE__ */ new Map();
	for (const file of own.filter((file) => file === settings || isRun(file)).slice(0, maxFiles)) for (const module of neededModules(await read(file), file)) {
		const providers = providersOf(module);
		const [first] = providers;
		if (!first || local.has(module.split(".")[0] ?? "")) continue;
		if (!providers.some((provider) => installed.has(normalName(provider))) && !wanted.has(first)) wanted.set(first, {
			module,
			file
		});
	}
	for (const name of [
		"django",
		"setuptools",
		"asgiref"
	]) wanted.delete(name);
	const brought = new Set([...wanted.keys()].flatMap((name) => broughtBy.get(name) ?? []));
	for (const name of brought) wanted.delete(name);
	return {
		packages: [...wanted.keys()].map((name) => pinOf(name, optional)),
		remedies: [...wanted].map(([name, { module, file }]) => ({
			what: `added the package ${name}`,
			why: `${file} uses ${module}, and no dependency file names it`
		}))
	};
}
const broughtBy = new Map(Object.entries(brings_default));
const withBrought = ({ name, text }) => [
	name,
	...broughtBy.get(name) ?? [],
	.../with[-_]social/.test(text) ? ["django-allauth"] : []
];
const pinOf = (name, optional) => optional.find((item) => item.name === normalName(name))?.text ?? name;
const isRun = (file) => !/(^|\/)(\.[^/]*|tests?|conftest|fabfile|setup|gunicorn\w*|locust\w*|prod\w*|deploy\w*|heroku\w*|staging)(\/|\.py$)|(^|\/)test_\w*\.py$|_tests?\.py$/.test(file);
function localModules(own, prefix) {
	const names = own.map((file) => file.slice(prefix.length).split("/")[0]?.replace(/\.py$/, "") ?? "");
	return new Set(names);
}
function neededModules(text, file) {
	return [...[...text.matchAll(/^from[ \t]+([\p{L}_][\w\p{L}\p{M}.]*)[ \t]+import\b|^import[ \t]+([^#\n;]{1,300})/gmu)].flatMap((match) => match[1] ? [match[1]] : (match[2] ?? "").split(",").map((part) => part.trim().split(/\s/)[0] ?? "")), .../settings|config|base|local|dev/.test(file) ? namedInSettings(text) : []].filter(Boolean);
}
function namedInSettings(text) {
	const settings = text.replace(/^[ \t]*#.*$/gm, "");
	const apps = [...settings.matchAll(/\b(?:\w*_APPS|MIDDLEWARE)\b[^=\n]{0,40}=\s*[[(]([^\])]{0,20000})/g)].flatMap((match) => quoted(match[1] ?? ""));
	const appended = [...settings.matchAll(/\b(?:\w*_APPS|MIDDLEWARE)\.(?:append|insert)\(([^)]{0,200})/g)].flatMap((match) => quoted(match[1] ?? ""));
	const others = quoted(settings).filter((name) => name.includes(".") && /[A-Z]\w*$/.test(name));
	const postgres = /django\.db\.backends\.(postgresql|postgis)|django\.contrib\.(postgres|gis\.db\.backends\.postgis)/.test(settings);
	return [
		...apps,
		...appended,
		...others,
		...postgres ? ["django.db.backends.postgresql"] : []
	];
}
const quoted = (text) => [...text.replace(/^[ \t]*#.*$|[ \t]#.*$/gm, "").matchAll(/(['"])([\p{L}_][\w\p{L}\p{M}.]{0,150})\1/gu)].map((match) => match[2] ?? "");
// src/prepare/older-series.ts
const series = [{
	name: "django-crispy-forms",
	range: "<2",
	why: "newer ones do not bring the template pack that the settings name",
	isUsed: (settings) => /^CRISPY_TEMPLATE_PACK\s{0,9}=\s{0,9}['"](bootstrap[34]?|uni_form)['"]/m.test(settings) && !/['"]crispy_bootstrap[34]['"]/.test(settings)
}];
function olderSeries(requirements, extra, settings) {
	const used = series.filter(({ isUsed }) => isUsed(settings));
	const find = (name) => used.find((one) => one.name === name);
	return {
		requirements: requirements.map((item) => {
			const one = item.specifier === "" ? find(item.name) : void 0;
			const marker = item.marker ? ` ; ${item.marker}` : "";
			return one ? {
				...item,
				specifier: one.range,
				text: `${one.name}${one.range}${marker}`
			} : item;
		}),
		extra: extra.map((text) => `${text}${find(text)?.range ?? ""}`),
		remedies: used.filter(({ name }) => extra.includes(name) || requirements.some((item) => item.name === name && item.specifier === "")).map(({ name, range, why }) => ({
			what: `installed ${name}${range}`,
			why
		}))
	};
}
// src/prepare/python-hints.ts
async function pythonHints({ repository, project, declared, read }) {
	const exact = [];
	const ranges = [];
	const say = (version, from) => {
		if (version) exact.push({
			version,
			from
		});
	};
	const files = repository.files.filter((file) => isAbove(posix.dirname(file), project.dir));
	const named = (pattern) => files.filter((file) => pattern.test(posix.basename(file))).sort((a, b) => b.length - a.length);
	for (const file of named(/^\.python-version$/i)) say(minor(await read(file)), file);
	for (const file of named(/^runtime\.txt$/i)) say(minor(await read(file)), file);
	for (const file of named(/^\.tool-versions$/i)) say(minor(/^python\s+(.*)$/m.exec(await read(file))?.[1] ?? ""), file);
	for (const file of named(/^pipfile$/i)) {
		const requires = table(parseToml(await read(file)), "requires");
		say(minor(String(requires.python_version ?? requires.python_full_version ?? "")), file);
	}
	for (const file of named(/^dockerfile[\w.-]*$|\.dockerfile$/i)) say(/^[ \t]*FROM[ \t]+(?:--\S{1,60}[ \t]+)?\S{0,60}python:(3\.\d{1,2})/im.exec(await read(file))?.[1], file);
	for (const file of named(/^pyproject\.toml$/i)) ranges.push(...pyprojectRanges(await read(file)));
	for (const file of (declared.source ?? "").split(", ").filter((file) => repository.files.includes(file))) say(/autogenerated by pip-compile with [Pp]ython (3\.\d{1,2})/.exec(await read(file))?.[1], file);
	for (const file of repository.files.filter((file) => posix.basename(file) === "pyvenv.cfg")) say(/^version(?:_info)?\s*=\s*(3\.\d{1,2})/m.exec(await read(file))?.[1], file);
	for (const version of repository.compiledWith.slice(0, 1)) say(version, "Compiled Python files");
	for (const file of repository.files.filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$|^\.gitlab-ci\.yml$|^\.travis\.yml$/.test(file))) for (const version of ciVersions(await read(file))) say(version, file);
	return {
		exact,
		ranges
	};
}
const minor = (text) => /(?:^|[^\d.])(3\.\d{1,2})(?:$|[^\d])/.exec(text.slice(0, 200))?.[1] ?? null;
function pyprojectRanges(text) {
	const content = parseToml(text);
	return [table(content, "project")["requires-python"], table(content, "tool", "poetry", "dependencies").python].filter((value) => typeof value === "string").map(specifierOf).filter((range) => range !== null && range !== "");
}
function ciVersions(text) {
	return [...[...text.matchAll(/python-version['"]?\s*:\s*([^\n]{1,200})/g)].map((match) => match[1] ?? "").join(" ").matchAll(/\b(3\.\d{1,2})\b/g)].map((match) => match[1] ?? "").sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
}
const isAbove = (folder, dir) => folder === "." || folder === dir || dir.startsWith(`${folder}/`);
// src/prepare/pythons.ts
const known = [
	"3.14",
	"3.13",
	"3.12",
	"3.11",
	"3.10",
	"3.9",
	"3.8",
	"3.7",
	"3.6"
];
const maxTried = 5;
async function choosePythons(question) {
	const { config, declared } = question;
	const hints = await pythonHints(question);
	const supported = supportedBy(question);
	const markers = declared.requirements.filter(({ name }) => name === "django").map(({ marker }) => marker);
	const allowed = narrowed(narrowed(supported, hints.ranges), markers.flatMap(rangesOfMarker));
	const notes = hints.exact.filter(({ version }) => !allowed.includes(version)).map(({ version, from }) => `${from} names Python ${version}, which the project’s Django does not run on.`);
	const hinted = [...new Set(hints.exact.map(({ version }) => version))].filter((version) => allowed.includes(version));
	const pythons = [.../* @__PURE__ */ new Set([...hinted, ...settled(allowed)])];
	if (!config?.python) return {
		pythons: pythons.slice(0, maxTried),
		notes
	};
	const asked = /^3\.\d+/.exec(config.python)?.[0] ?? config.python;
	return {
		pythons: [.../* @__PURE__ */ new Set([asked, ...pythons])].slice(0, maxTried),
		notes: []
	};
}
function supportedBy({ django, repository }) {
	const date = repository.commitDate?.slice(0, 10);
	const newest = date ? seriesOn(date) : null;
	const current = newest && django.length > 1 ? django.filter((series) => series.localeCompare(newest, "en", { numeric: true }) <= 0) : django;
	const series = current.length > 0 ? current : django;
	const pythons = pythonsFor(series.slice(-1));
	const older = pythonsFor(series).filter((version) => !pythons.includes(version));
	return pythons.length > 0 ? [...pythons, ...older] : known;
}
function narrowed(versions, ranges) {
	const left = versions.filter((version) => ranges.every((range) => seriesFits(version, range)));
	return left.length > 0 ? left : versions;
}
function rangesOfMarker(marker) {
	if (/\bor\b/.test(marker)) return [];
	return [...marker.matchAll(/python_(?:full_)?version\s*(===?|~=|!=|<=|>=|<|>)\s*['"]([\d.*]+)['"]/g)].map((match) => `${match[1]}${match[2]}`);
}
function settled(newestFirst) {
	const brandNew = newestFirst.filter((version) => version === known[0]);
	const usual = newestFirst.filter((version) => version !== known[0]);
	const [first, second, ...rest] = usual;
	if (first === void 0 || second === void 0) return [...usual, ...brandNew];
	if (first === known[1]) return [
		first,
		second,
		...rest,
		...brandNew
	];
	return [
		second,
		first,
		...rest,
		...brandNew
	];
}
// src/prepare/plan-install.ts
async function planInstall(repository, project, config) {
	const read = textReader(repository.root);
	const declared = await findDeclared(repository.files, project.dir, read);
	const { requirements: usable, extra: drivers, remedies } = adjust(declared.requirements);
	const added = await missingPackages(repository.files, project, usable, declared.optional, read);
	remedies.push(...added.remedies);
	const notes = [...declared.notes];
	const settings = await settingsChain(project.settingsModules[0], project.dir, repository.files, read);
	const older = olderSeries(usable, [...drivers, ...added.packages], settings);
	const { requirements, extra } = older;
	remedies.push(...older.remedies);
	if ([...requirements.map(({ name }) => name), ...extra].includes("python-magic")) {
		extra.push("pylibmagic");
		remedies.push({
			what: "installed pylibmagic",
			why: "python-magic needs a library of the system"
		});
	}
	const header = djangoRange(requirements, project.djangoHeader);
	const nothingPinned = !requirements.some(isExact);
	if (header.add) {
		extra.push(header.add);
		const why = `the settings were generated by Django ${project.djangoHeader}, and no exact version is asked for`;
		remedies.push({
			what: `installed Django ${project.djangoHeader}`,
			why
		});
	} else if (header.missing) {
		extra.push("django");
		remedies.push({
			what: "installed Django",
			why: "no dependency file names it"
		});
	}
	const excludeNewer = nothingPinned ? dayAfter(repository.commitDate) : null;
	if (excludeNewer) remedies.push({
		what: `took packages no newer than ${excludeNewer.slice(0, 10)}`,
		why: "no dependency has an exact version, so newer ones might not fit the code"
	});
	const chosen = await choosePythons({
		repository,
		project,
		config,
		declared,
		django: header.versions,
		read
	});
	notes.push(...chosen.notes);
	extra.push("setuptools<81");
	return {
		plan: {
			pythons: chosen.pythons,
			requirements: requirements.map((requirement) => requirement.text),
			extra: [...new Set(extra)],
			excludeNewer
		},
		notes,
		remedies
	};
}
function dayAfter(date) {
	if (!date) return null;
	const next = new Date(new Date(date).getTime() + 864e5);
	return next.getTime() > Date.now() ? null : next.toISOString();
}
export { parseToml as n, planInstall as t };
