/** Characters of a line before an object or a list is broken into several. */
const lineLength = 88;
/** Deeper or longer texts stay as they are: indenting them would take longer than reading helps. */
const deepest = 64;
const longest = 2_000_000;

interface Container {
  readonly open: '{' | '[' | '';
  readonly items: string[];
  /** An item takes several lines. */
  tall: boolean;
  key: string | undefined;
}

/**
 * JSON in lines, to be read. Strings and numbers stay as they were written, since reading and writing them again could change
 * them (`1.0`, 17 digits, the same key twice). Undefined for what is no JSON, or too long or deep to be indented.
 */
export function indentJson(text: string): string | undefined {
  if (text.length > longest || !isJson(text)) return undefined;
  const root: Container = { open: '', items: [], tall: false, key: undefined };
  const stack: Container[] = [];
  let inner = root;
  for (let at = 0; at < text.length;) {
    const character = text[at]!;
    if (character === '{' || character === '[') {
      if (stack.length === deepest) return undefined;
      stack.push(inner);
      inner = { open: character, items: [], tall: false, key: undefined };
      at++;
    } else if (character === '}' || character === ']') {
      const { open, items, tall } = inner;
      inner = stack.pop()!;
      const line = tall ? '' : oneLine(open, items);
      const broken = tall || line.length > lineLength;
      add(inner, broken ? severalLines(open, items, stack.length) : line, broken);
      at++;
    } else if (character === ':') {
      inner.key = inner.items.pop();
      at++;
    } else if (/[\s,]/.test(character)) {
      at++;
    } else {
      const end = character === '"' ? endOfString(text, at) : endOfLiteral(text, at);
      add(inner, text.slice(at, end), false);
      at = end;
    }
  }
  return root.items[0];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function add(container: Container, piece: string, tall: boolean): void {
  container.items.push(container.key === undefined ? piece : `${container.key}: ${piece}`);
  container.key = undefined;
  container.tall ||= tall;
}

function oneLine(open: Container['open'], items: readonly string[]): string {
  if (open === '[') return `[${items.join(', ')}]`;
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}

function severalLines(open: Container['open'], items: readonly string[], depth: number): string {
  const before = `\n${'  '.repeat(depth)}`;
  return `${open}${before}  ${items.join(`,${before}  `)}${before}${open === '{' ? '}' : ']'}`;
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; ; at++) {
    const character = text[at];
    if (character === '"') return at + 1;
    if (character === '\\') at++;
  }
}

function endOfLiteral(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[\s,:[\]{}]/.test(text[at]!)) at++;
  return at;
}
