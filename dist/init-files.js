import { c as plain } from "./boundary.js";
import { a as OPERATIONS } from "./load.js";
// src/cli/init-files.ts
function workflowFile(exercise, action) {
	return `# Grades every push to a pull request, and the default branch, and keeps one comment on the pull request up to date.
name: Milepost

on:
  push:
    branches: [main, master]
  pull_request:
  workflow_dispatch:

permissions: {}

# A new push makes the run of the one before it pointless.
concurrency:
  group: milepost-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  grade:
    name: Grade
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
      pull-requests: write # for the comment
    steps:
      - uses: actions/checkout@v7
        with:
          # What you pushed, rather than a merge of it with the target branch.
          ref: \${{ github.event.pull_request.head.sha || github.sha }}
          # All of the history: a secret in an old commit is still one.
          fetch-depth: 0
          persist-credentials: false

      - id: milepost
        uses: ${action}
        with:
          exercise: ${exercise}
          report-dir: \${{ runner.temp }}/milepost-report

      # report.html to look at, report.json for your mentor.
      - if: always() && steps.milepost.outputs.report-path != ''
        uses: actions/upload-artifact@v7
        with:
          name: milepost-report
          path: |
            \${{ runner.temp }}/milepost-report/report.html
            \${{ runner.temp }}/milepost-report/report.json
          if-no-files-found: error
`;
}
function configFileText(spec, repository, action) {
	const [owner, version] = action.split("@");
	const [project] = repository.projects;
	const dirs = repository.projects.map((one) => plain(one.dir)).slice(0, 5);
	const settings = (project?.settingsModules ?? []).map((one) => plain(one)).slice(0, 5);
	return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${owner}/${version}/schemas/config.schema.json
# Tells Milepost what it could not find by itself. Nothing here can lower what is asked.
exercise: ${spec.exercise}

# Folder of manage.py. ${found(dirs)}
# project: ${dirs[0] ?? "backend"}

# Settings module that the app starts with. ${found(settings)}
# settings: ${settings[0] ?? "config.settings"}

# Version of Python, in quotes.
# python: "3.12"

# Variables that the app needs to start. Put no real secrets here.
# env:
#   NAME: value

# What the exercise speaks of, and what it is called here: a route, or the name of a field.
# bind:
${bindExamples(spec).map((line) => `#   ${line}`).join("\n")}
`;
}
const found = (names) => names.length === 0 ? "None was found." : `Found: ${names.join(", ")}.`;
const METHODS = {
	list: "GET",
	create: "POST",
	retrieve: "GET",
	update: "PATCH",
	delete: "DELETE"
};
function bindExamples(spec) {
	return Object.entries(spec.roles).flatMap(([name, role]) => role.role === "resource" ? [...OPERATIONS.map((operation) => {
		const one = operation === "list" || operation === "create" ? "" : "{id}/";
		return `${name}.${operation}: ${METHODS[operation]} /api/${name}s/${one}`;
	}), ...Object.keys(role.slots).map((slot) => `${name}.${slot}: ${slot}`)] : [`${name}: POST /api/${name}/`]);
}
export { workflowFile as n, configFileText as t };
