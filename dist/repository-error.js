// src/repository/repository-error.ts
var RepositoryError = class extends Error {
	name = "RepositoryError";
};
export { RepositoryError as t };
