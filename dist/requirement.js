import { n as normalName, t as isKnownPackage } from "./package-for-import.js";
// src/prepare/pep440.ts
function specifierOf(written) {
	const text = written.trim();
	if (text === "" || text === "*") return "";
	if (text.includes("||") || text.includes("|")) return specifierOf(text.split("|").findLast(Boolean) ?? "");
	const parts = text.split(",").map((part) => oneSpecifier(part.trim()));
	return parts.includes(null) ? null : parts.filter(Boolean).join(",");
}
function oneSpecifier(text) {
	if (text === "*" || text === "") return "";
	const [, operator = "", version = ""] = /^(\^|~=|~|===|==|=|!=|<=|>=|<|>)?\s*v?([\w.*+!-]{1,60})$/.exec(text) ?? [];
	if (!/^\d/.test(version)) return null;
	switch (operator) {
		case "^": return `>=${version},<${caretLimit(version)}`;
		case "~": return `>=${version},<${tildeLimit(version)}`;
		case "":
		case "=": return `==${version}`;
		default: return `${operator}${version}`;
	}
}
function caretLimit(version) {
	const parts = numbers(version);
	const significant = parts.findIndex((part) => part > 0);
	const index = significant === -1 ? Math.max(0, parts.length - 1) : significant;
	return [...parts.slice(0, index), (parts[index] ?? 0) + 1].join(".");
}
function tildeLimit(version) {
	const [major = 0, minor] = numbers(version);
	return minor === void 0 ? `${major + 1}` : `${major}.${minor + 1}`;
}
const numbers = (version) => (/^\d+(\.\d+)*/.exec(version)?.[0] ?? "0").split(".").map(Number);
function compareVersions(a, b) {
	const left = numbers(a);
	const right = numbers(b);
	for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
		const difference = (left[index] ?? 0) - (right[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
function seriesFits(series, specifier) {
	return specifier.split(",").filter(Boolean).every((part) => {
		const [, operator = "", written = ""] = /^(~=|===?|!=|<=|>=|<|>)(.+)$/.exec(part.trim()) ?? [];
		const version = written.replace(/\.\*$/, "");
		const wildcard = written.endsWith(".*");
		const top = `${series}.9999`;
		switch (operator) {
			case "==":
			case "===": return wildcard ? isPrefix(version, series) || isPrefix(series, version) : isPrefix(series, padded(version));
			case "!=": return !(wildcard && isPrefix(version, series));
			case "~=": return compareVersions(top, version) >= 0 && compareVersions(series, compatibleLimit(version)) < 0;
			case ">=":
			case ">": return compareVersions(top, version) >= 0;
			case "<=": return compareVersions(series, version) <= 0;
			case "<": return compareVersions(series, version) < 0;
			default: return true;
		}
	});
}
const padded = (version) => version.includes(".") ? version : `${version}.0`;
const isPrefix = (prefix, version) => {
	const wanted = numbers(prefix);
	const given = numbers(version);
	return wanted.every((part, index) => given[index] === part);
};
const compatibleLimit = (version) => {
	const parts = numbers(version).slice(0, -1);
	return [...parts.slice(0, -1), (parts.at(-1) ?? 0) + 1].join(".");
};
// src/prepare/requirement.ts
const nothing = { kind: "nothing" };
const refused = (reason) => ({
	kind: "refused",
	reason
});
const shape = /^([A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?)\s{0,20}(\[[A-Za-z0-9._,\s-]{0,200}\])?\s{0,20}(.{0,400})$/;
const specifierShape = /^(?:(?:===|==|~=|!=|<=|>=|<|>)\s{0,5}[A-Za-z0-9.*+!_-]{1,60}\s{0,5}(?:,\s{0,5}|$))+$/;
function parseLine(written) {
	const line = written.replace(/(^|\s)#.*$/, "").replaceAll(/[\0\uFFFD]/g, "").trim();
	if (line === "") return nothing;
	if (line.length > 1e3) return refused("it is longer than 1000 characters");
	if (line.includes("${")) return refused("variables of the environment are not filled in");
	if (line.startsWith("-")) return parseOption(line);
	return parseNamed(line);
}
function parseOption(line) {
	const [, option = "", value = ""] = /^(--?[a-zA-Z][\w-]*)[\s=]*(.*)$/.exec(line) ?? [];
	if (option === "-r" || option === "--requirement") return {
		kind: "include",
		path: value.trim()
	};
	if (option === "-c" || option === "--constraint") return nothing;
	if (/^-r\S/.test(line) && !line.startsWith("--")) return {
		kind: "include",
		path: line.slice(2).trim()
	};
	if (option === "-e" || option === "--editable") return parseLink(value.trim());
	if (/^(-i|--index-url|--extra-index-url|--find-links|-f|--trusted-host|--no-index)$/.test(option)) return refused("packages are taken from the grader’s own package index only");
	return refused("options of the installer are not passed on");
}
function parseNamed(line) {
	if (/^[a-z+]+:\/\/|^(git|hg|svn|bzr)\+/i.test(line)) return parseLink(line);
	if (/^(\.{0,2}[/\\]|[A-Za-z]:\\|~)|^\.{1,2}$/.test(line) || /\.(whl|zip|tar\.gz|tgz)$/i.test(line)) return refused("it is a path, and only packages by name are installed");
	const [requirementText = "", ...markers] = line.replace(/\s--hash[=\s].*$/, "").split(";");
	const [, name = "", extras = "", rest = ""] = shape.exec(requirementText.trim()) ?? [];
	if (name === "") return refused("it is not the name of a package");
	const marker = markers.join(";").trim();
	if (marker !== "" && !isMarker(marker)) return refused("what follows the semicolon is not understood");
	if (rest.startsWith("@")) return parseAddressed(name, rest);
	const specifier = readSpecifier(rest);
	if (specifier === null) return refused("its version is not understood");
	return requirement(name, extras.replaceAll(/\s/g, ""), specifier, marker);
}
function readSpecifier(rest) {
	const text = rest.trim().replace(/^\((.*)\)$/, "$1").trim();
	if (text === "" || text === "*") return "";
	if (specifierShape.test(text)) return text.replaceAll(/\s/g, "");
	const loose = /^(?:=\s{0,5})?(\d+(?:\.\d+)*(?:\.?(?:post|dev|a|b|rc)\d+)?)(?:=[\w.]{1,60})?$/.exec(text)?.[1];
	return loose ? `==${loose}` : null;
}
function parseAddressed(name, rest) {
	if (!isKnownPackage(name)) return refused("it comes from a link or a path, and only packages by name are installed");
	return named(name, `${name} was taken from the package index, not from ${rest.slice(1).trim().slice(0, 60)}`);
}
function parseLink(link) {
	const egg = /[#&]egg=([A-Za-z0-9._-]{1,100})/.exec(link)?.[1];
	const last = (link.split("#", 1)[0]?.split("/").at(-1)?.split("@", 1)[0] ?? "").replace(/\.git$/, "");
	const name = egg ?? last;
	if (/^(git|hg|svn|bzr)\+/i.test(link) && isKnownPackage(name)) return named(name, `${name} was taken from the package index, not from a link`);
	if (link === "." || link.startsWith("./")) return nothing;
	return refused("it is a link or a path, and only packages by name are installed");
}
const named = (name, note) => {
	const parsed = requirement(name, "", "", "");
	return parsed.kind === "requirement" ? {
		...parsed,
		note
	} : parsed;
};
function requirement(name, extras, specifier, marker) {
	return {
		kind: "requirement",
		requirement: {
			text: `${name}${extras}${specifier}${marker ? ` ; ${marker}` : ""}`,
			name: normalName(name),
			specifier,
			marker
		},
		note: null
	};
}
const markerToken = /\s+|[()]|[<>=!~]+|'[\w.+\s-]{0,60}'|"[\w.+\s-]{0,60}"|\b(?:and|or|not|in|python_version|python_full_version|os_name|sys_platform|platform_machine|platform_system|platform_release|platform_version|platform_python_implementation|implementation_name|implementation_version|extra)\b/g;
const isMarker = (text) => text.replaceAll(markerToken, "") === "";
const isExact = ({ specifier }) => /^===?[^*,]+$/.test(specifier);
export { seriesFits as a, compareVersions as i, parseLine as n, specifierOf as o, requirement as r, isExact as t };
