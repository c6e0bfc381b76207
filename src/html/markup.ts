/** Markup that runs as script where a page shows it as it was written. */

/**
 * Short enough for a title of usual length; the image needs no script to be allowed. A long text also holds the script
 * as somebody would write about it: what is decoded on the way to the page runs.
 */
export function markup(mark: string, maxLength: number | null): string {
  const both = `${mark}<script>alert("${mark}")</script><img src=x onerror="alert('${mark}')">`;
  if (maxLength === null) return `${both} &lt;script&gt;alert(&quot;${mark}&quot;)&lt;/script&gt;`;
  return both.length <= maxLength ? both : `${mark}<script>'${mark}'</script>`.slice(0, maxLength);
}
