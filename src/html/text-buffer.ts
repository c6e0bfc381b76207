/** Text as it is read: whitespace is one space, none at either end. Offsets into it stay right while it grows. */
export class TextBuffer {
  length = 0;
  private readonly parts: string[] = [];
  private spaced = false;

  write(value: string): void {
    const text = value.replace(/\s+/g, ' ');
    const words = text.trim();
    if (text.startsWith(' ')) this.spaced = true;
    if (words === '') return;
    if (this.spaced && this.length > 0) this.append(' ');
    this.append(words);
    this.spaced = text.endsWith(' ');
  }

  /** Whatever comes next begins a word. */
  gap(): void {
    this.spaced = true;
  }

  read(): string {
    return this.parts.join('');
  }

  private append(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
