// Questions from elsewhere: Anki's text export and CSV, as the YAML of a deck.
// Source of Anki's format: Anki manual, "Exporting", "Importing text files": header lines such as `#separator:tab`, `#html:true`, `#tags column:3`.
import { dump } from 'js-yaml';
import Papa from 'papaparse';

export type Conversion = { readonly yaml: string; readonly questions: number; readonly skipped: readonly { readonly line: number; readonly why: string }[] };

/** More than this is no export that a person will study from. */
const mostRows = 10_000;

/** Converts a file by its name's ending: `.csv` is a quiz, anything else an Anki export. */
export function convertCards(name: string, text: string): Conversion {
  return /\.csv$/i.test(name) ? fromCsv(name, text) : fromAnki(name, text);
}

/** A first line names the columns: `question`, `a` to `h`, `answer` (letters), and if wanted `explanation` and `tags`. */
function fromCsv(name: string, text: string): Conversion {
  const { data } = Papa.parse<Record<string, string>>(withoutMark(text), { header: true, skipEmptyLines: 'greedy', transformHeader: (header) => header.trim().toLowerCase() });
  return convert(name, data, (row, index) => {
    const options = [...'abcdefgh'].flatMap((letter) => (row[letter]?.trim() ? [{ letter, text: row[letter].trim() }] : []));
    const answers = [...(row['answer'] ?? '').toLowerCase()].filter((letter) => /[a-h]/.test(letter));
    const right = options.filter(({ letter }) => answers.includes(letter)).length;
    if (!row['question']?.trim()) {
      return 'it has no "question"';
    }
    if (options.length < 2 || right === 0) {
      return right === 0 ? 'its "answer" names none of the options' : 'it has fewer than two options';
    }
    const explanation = row['explanation']?.trim() || undefined;
    return {
      id: `row-${String(index + 1)}`,
      kind: right === 1 ? 'single' : 'multiple',
      ask: row['question'].trim(),
      options: options.map(({ letter, text: said }) => ({ text: said, ...(answers.includes(letter) && { correct: true }), why: explanation ?? (answers.includes(letter) ? 'This is right.' : 'This is not right.') })),
      ...(explanation && { explain: explanation }),
      ...tagged(row['tags'] ?? ''),
    };
  });
}

const separators = new Map(Object.entries({ tab: '\t', comma: ',', semicolon: ';', pipe: '|', space: ' ', colon: ':' }));

function fromAnki(name: string, text: string): Conversion {
  const lines = withoutMark(text).split(/\r?\n/);
  const headers = new Map<string, string>();
  let first = 0;
  for (; lines[first]?.startsWith('#'); first++) {
    const [, key = '', value = ''] = /^#([^:]+):(.*)$/.exec(lines[first] ?? '') ?? [];
    headers.set(key.toLowerCase(), value.trim());
  }
  const delimiter = separators.get(headers.get('separator')?.toLowerCase() ?? 'tab') ?? headers.get('separator') ?? '\t';
  const { data } = Papa.parse<string[]>(lines.slice(first).join('\n'), { delimiter, skipEmptyLines: 'greedy' });
  const special = new Map([...headers].flatMap(([key, value]) => (key.endsWith(' column') ? [[Number(value) - 1, key.replace(' column', '')] as const] : [])));
  return convert(name, data, (row, index) => {
    const [front, back] = row.filter((_field, column) => !special.has(column)).map((field) => (headers.get('html') === 'false' ? field : withoutHtml(field)).trim());
    if (!front || !back) {
      return 'it has not two sides';
    }
    const column = (what: string): string => row[[...special].find(([, name_]) => name_ === what)?.[0] ?? -1] ?? '';
    const guid = column('guid').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
    return { id: guid === '' ? `card-${String(index + 1)}` : `card-${guid}-${String(index + 1)}`, kind: 'recall', ask: front, answer: back, ...tagged(column('tags')) };
  });
}

function convert<T>(name: string, rows: readonly T[], convertRow: (row: T, index: number) => object | string): Conversion {
  const skipped: { line: number; why: string }[] = [];
  const items: object[] = [];
  for (const [index, row] of rows.slice(0, mostRows).entries()) {
    const item = convertRow(row, index);
    if (typeof item === 'string') {
      skipped.push({ line: index + 1, why: item });
    } else {
      items.push(item);
    }
  }
  const base = name.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
  const deck = base.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'deck';
  return { yaml: dump({ deck, title: base || 'Imported', items }, { lineWidth: 120 }), questions: items.length, skipped };
}

function tagged(text: string): { tags?: string[] } {
  const tags = text.toLowerCase().split(/[\s,;]+/).map((tag) => tag.replace(/::/g, '.').replace(/[^a-z0-9.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '')).filter((tag) => tag !== '');
  return tags.length > 0 ? { tags: [...new Set(tags)] } : {};
}

/** What is left of a card's HTML as text; what a deck shows is never taken as HTML anyway. */
function withoutHtml(text: string): string {
  return text
    .replace(/<(?:br|\/div|\/p|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** Spreadsheets put a byte order mark in front. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
