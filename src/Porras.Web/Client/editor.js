// The text of a fee model: highlighting and completion from the keyword table that the server sends, and its findings
// as they come back. What is right and wrong is decided on the server alone.
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, undo } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: tags.definitionKeyword, color: "var(--action)", fontWeight: "600" },
  { tag: tags.keyword, color: "var(--action)" },
  { tag: tags.number, fontWeight: "600" },
  { tag: tags.string, color: "var(--text-soft)" },
  { tag: tags.comment, color: "var(--text-faint)", fontStyle: "italic" },
  { tag: tags.annotation, color: "var(--text-faint)" },
]);

const look = EditorView.theme({
  "&": { fontSize: "0.9375rem", backgroundColor: "var(--surface-paper)", color: "var(--text)" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "-3px" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--text)", padding: "var(--space-4) 0" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--surface-sunken)", color: "var(--text-faint)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--action-soft) 45%, transparent)" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { backgroundColor: "var(--action-soft) !important" },
  ".cm-tooltip": { backgroundColor: "var(--surface-paper)", color: "var(--text)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--action)", color: "var(--on-action)" },
  ".cm-diagnostic": { fontFamily: "var(--font)", fontSize: "0.9375rem", padding: "var(--space-2) var(--space-3)" },
});

/** The language as far as colours go: declarations at the margin, clauses, numbers, titles, references, comments. */
function language(declarations, words) {
  const first = new Set(declarations.map(d => d.split(" ")[0]));
  const all = new Set(words.flatMap(w => w.split(" ")));
  return StreamLanguage.define({
    token(stream) {
      const start = stream.sol();
      if (stream.eatSpace()) return null;
      if (stream.match(/--.*|#.*/)) return "comment";
      if (stream.match(/"[^"]*"?/)) return "string";
      if (stream.match(/§\s*[\w.\s]*/)) return "annotation";
      if (stream.match(/\d{4}-\d{2}-\d{2}|[-−]?\d[\d.,]*/)) return "number";
      const word = stream.match(/[\p{L}][\p{L}\p{N}-]*/u);
      if (!word) { stream.next(); return null; }
      if (start && first.has(word[0])) return "definitionKeyword";
      return all.has(word[0]) ? "keyword" : null;
    },
    tokenTable: { definitionKeyword: tags.definitionKeyword, annotation: tags.annotation },
  });
}

/** Keywords, and the names that the text declares, each with what it is. */
function completions(declarations, words, names) {
  const options = [
    ...declarations.map(label => ({ label, type: "keyword", boost: 1 })),
    ...words.filter(w => !declarations.includes(w)).map(label => ({ label, type: "keyword" })),
  ];
  return context => {
    const before = context.matchBefore(/[\p{L}][\p{L}\p{N}-]*/u);
    if (!before && !context.explicit) return null;
    return {
      from: before?.from ?? context.pos,
      options: [
        ...options,
        ...names().map(n => ({ label: n.name, type: "variable", detail: n.kind, info: n.title || undefined, boost: 2 })),
      ],
      validFor: /^[\p{L}\p{N}-]*$/u,
    };
  };
}

/** What a declared name stands for, shown beside it. */
const hints = names => hoverTooltip((view, at) => {
  const line = view.state.doc.lineAt(at);
  for (const word of line.text.matchAll(/[\p{L}][\p{L}\p{N}-]*/gu)) {
    const [from, to] = [line.from + word.index, line.from + word.index + word[0].length];
    const found = at >= from && at <= to && names().find(n => n.name === word[0]);
    if (found) return { pos: from, end: to, above: true, create: () => {
      const dom = document.createElement("div");
      dom.className = "cm-diagnostic";
      dom.textContent = [found.kind, found.title].filter(Boolean).join(": ");
      return { dom };
    } };
  }
  return null;
});

/** Puts an editor into an element. `page` is told of every change: Changed(text). */
export function create(element, text, label, declarations, words, readOnly, page) {
  let timer = 0;
  let names = [];
  const send = view => page.invokeMethodAsync("Changed", view.state.doc.toString());
  const view = new EditorView({
    parent: element,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), lintGutter(), history(), drawSelection(), highlightActiveLine(), indentUnit.of("  "),
        language(declarations, words), syntaxHighlighting(colours), look,
        autocompletion({ override: [completions(declarations, words, () => names)] }), hints(() => names),
        keymap.of([...completionKeymap, ...lintKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
        EditorView.updateListener.of(update => {
          if (!update.docChanged || update.transactions.some(t => t.isUserEvent("input.form"))) return;
          clearTimeout(timer);
          timer = setTimeout(() => send(update.view), 120);
        }),
      ],
    }),
  });

  // The text inside takes the focus; the box around it need not.
  view.scrollDOM.removeAttribute("tabindex");

  const span = finding => {
    if (finding.line < 1 || finding.line > view.state.doc.lines) return { from: 0, to: 0 };
    const line = view.state.doc.line(finding.line);
    const from = Math.min(line.to, line.from + Math.max(0, finding.column - 1));
    return { from, to: Math.min(line.to, from + Math.max(1, finding.length)) };
  };

  return {
    findings(all, declared) {
      names = declared;
      view.dispatch(setDiagnostics(view.state, all.map(f => ({
        ...span(f), severity: f.severity, source: f.code, message: f.hint ? `${f.message}\n${f.hint}` : f.message,
      }))));
    },
    go(line, column) {
      const at = span({ line, column, length: 1 }).from;
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      view.focus();
    },
    /** Changes that a form has made to a text; if it is another text by now, nothing is changed. The text after. */
    change(before, changes) {
      if (view.state.doc.toString() === before) {
        view.dispatch({
          changes: changes.map(c => ({ from: c.from, to: c.from + c.length, insert: c.with })), userEvent: "input.form",
        });
      }
      clearTimeout(timer);
      return view.state.doc.toString();
    },
    undo() { undo(view); },
    dispose() { clearTimeout(timer); view.destroy(); },
  };
}
