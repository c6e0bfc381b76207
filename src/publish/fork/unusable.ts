/** What a run left behind cannot be published; the message is a sentence that says why, with no word of theirs in it. */
export class UnusableArtifact extends Error {}
