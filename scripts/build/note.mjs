// A note's Markdown becomes HTML when the extension is built, so that a page only has to show it.
// Beyond plain Markdown a note knows these things:
//   [^key]            a mark that leads to the source of that key in the front matter
//   [Glue](note:glue) a link to another note
//   > [!THEN-AND-NOW] a box for what the course teaches and what holds today
//   ```asl            a state machine that can be copied, or opened in an editor
//   ```task           one state, `{ "Name": { … } }`, that can be put into the state machine in the editor
//   ```flow           a picture, see flow.mjs
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';
import { drawFlow } from './flow.mjs';

/** What the extension has of one note. Throws with the note's id if it is not sound. */
export function renderNote(id, text) {
  const match = /^---\n(.*?)\n---\n(.*)$/s.exec(text.replaceAll('\r\n', '\n'));
  if (!match) {
    throw new Error(`${id}: a note begins with front matter between two lines of ---`);
  }
  // The core schema leaves dates as they are written.
  const { title, summary, date, chapter, order = 0, services = [], sources = {} } = parse(match[1], { schema: 'core' });
  for (const [name, value] of Object.entries({ title, summary, date, chapter })) {
    if (typeof value !== 'string') {
      throw new Error(`${id}: the front matter lacks "${name}"`);
    }
  }
  const cited = [];
  const body = markdown.render(match[2], { id, sources, cited });
  const unused = Object.keys(sources).filter((key) => !cited.includes(key));
  if (unused.length > 0) {
    throw new Error(`${id}: nothing cites the source ${unused.join(', ')}`);
  }
  return { id, title, summary, date, chapter, order, services, html: body + sourceList(cited, sources) };
}

// Raw HTML is shown as the text it is.
const markdown = new MarkdownIt({ html: false, typographer: false });
const escape = markdown.utils.escapeHtml;

markdown.inline.ruler.before('link', 'source-mark', (state, silent) => {
  const match = /^\[\^([a-z0-9-]+)\]/.exec(state.src.slice(state.pos));
  if (!match) {
    return false;
  }
  if (!silent) {
    // The mark stays with the word before it.
    state.pending = state.pending.trimEnd();
    state.push('source_mark', '', 0).meta = match[1];
  }
  state.pos += match[0].length;
  return true;
});

markdown.renderer.rules.source_mark = (tokens, index, _options, env) => {
  const key = tokens[index].meta;
  const source = env.sources[key];
  if (!source) {
    throw new Error(`${env.id}: there is no source "${key}"`);
  }
  if (!env.cited.includes(key)) {
    env.cited.push(key);
  }
  const number = env.cited.indexOf(key) + 1;
  return `<a class="mark" href="#source-${number}" aria-label="Source ${number}: ${escape(source.title)}" title="${escape(source.title)}">${number}</a>`;
};

// Wide tables scroll by themselves, and are reached by the keyboard; the page around them stays where it is.
markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0" role="group" aria-label="Table"><table>';
markdown.renderer.rules.table_close = () => '</table></div>';
markdown.renderer.rules.th_open = () => '<th scope="col">';

markdown.renderer.rules.fence = (tokens, index, _options, env) => {
  const { info, content } = tokens[index];
  switch (info) {
    case 'asl':
      parseJson(content, env.id);
      return machine('machine', 'State machine', content, 'openMachine', 'Open in editor');
    case 'task': {
      const states = Object.keys(parseJson(content, env.id));
      if (states.length !== 1) {
        throw new Error(`${env.id}: a task is one state under its name`);
      }
      return machine('task', 'Task', content, 'insertTask', 'Insert into editor');
    }
    case 'flow':
      try {
        return `<figure class="flow">${drawFlow(content, escape)}</figure>`;
      } catch (error) {
        throw new Error(`${env.id}: ${error.message}`, { cause: error });
      }
    default:
      return `<pre class="code" tabindex="0"><code>${escape(content)}</code></pre>`;
  }
};

function parseJson(content, id) {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Error(`${id}: a state machine does not parse: ${error.message}`, { cause: error });
  }
}

function machine(kind, label, content, action, title) {
  return (
    `<figure class="${kind}"><figcaption><span>ASL</span>` +
    `<button type="button" class="quiet" data-do="copy">Copy</button>` +
    `<button type="button" class="quiet" data-do="${action}">${title}</button></figcaption>` +
    `<pre class="code" tabindex="0" aria-label="${label}"><code>${highlightJson(content)}</code></pre></figure>`
  );
}

// markdown-it lets through only what it knows to be harmless; an address of our own is.
const isHarmless = markdown.validateLink;
markdown.validateLink = (address) => address.startsWith('note:') || isHarmless(address);

markdown.core.ruler.push('then-and-now', (state) => {
  state.tokens.forEach((open, index) => {
    const text = state.tokens[index + 2];
    const first = text?.children?.[0];
    if (open.type !== 'blockquote_open' || text.type !== 'inline' || first?.content !== '[!THEN-AND-NOW]') {
      return;
    }
    open.tag = 'aside';
    open.attrSet('class', 'then-and-now');
    open.attrSet('aria-label', 'Then and now');
    const close = state.tokens.slice(index).find(({ type, level }) => type === 'blockquote_close' && level === open.level);
    close.tag = 'aside';
    text.children.splice(0, 2);
    const title = new state.Token('html_block', '', 0);
    title.content = '<h2>Then and now</h2>\n';
    state.tokens.splice(index + 1, 0, title);
  });
});

function sourceList(cited, sources) {
  const items = cited.map((key, index) => {
    const { title, url } = sources[key];
    return `<li id="source-${index + 1}" tabindex="-1"><a href="${escape(url)}">${escape(title)}</a> <span class="address">${breakable(url.replace('https://', ''))}</span></li>`;
  });
  return `<section class="sources"><h2>Sources</h2><ol>${items.join('')}</ol></section>`;
}

/** An address that breaks between its parts, and not within a word. A break adds nothing to what is copied. */
function breakable(address) {
  return address
    .split(/(?<=[/?&#_])|(?=\.[\w.-]+\/)/)
    .map(escape)
    .join('<wbr>');
}

function highlightJson(text) {
  // Strings, numbers and words; a string with a colon after it is a name. What is between them has no color of its own.
  return text.replace(/("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?)|\b(true|false|null)\b|[^"\dtfn-]+|./gs, (all, string, colon, number, word) => {
    if (string) {
      return `<span class="${colon ? 'name' : 'string'}">${escape(string)}</span>${colon ?? ''}`;
    }
    return number ? `<span class="number">${number}</span>` : word ? `<span class="word">${word}</span>` : escape(all);
  });
}
