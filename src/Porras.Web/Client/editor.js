// The text of a fee model: highlighting and completion from the keyword table that the server sends, and its findings
// as they come back. What is right and wrong is decided on the server alone.
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
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

function completions(declarations, words) {
  const options = [
    ...declarations.map(label => ({ label, type: "keyword", boost: 1 })),
    ...words.filter(w => !declarations.includes(w)).map(label => ({ label, type: "keyword" })),
  ];
  return context => {
    const before = context.matchBefore(/[\p{L}][\p{L}\p{N}-]*/u);
    if (!before && !context.explicit) return null;
    const own = new Set(context.state.doc.toString().match(/[\p{L}][\p{L}\p{N}]*-[\p{L}\p{N}-]+/gu) ?? []);
    return {
      from: before?.from ?? context.pos,
      options: [...options, ...[...own].map(label => ({ label, type: "variable" }))],
      validFor: /^[\p{L}\p{N}-]*$/u,
    };
  };
}

/** Puts an editor into an element. `page` is told of every change: Changed(text). */
export function create(element, text, label, declarations, words, readOnly, page) {
  let timer = 0;
  const send = view => page.invokeMethodAsync("Changed", view.state.doc.toString());
  const view = new EditorView({
    parent: element,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), lintGutter(), history(), drawSelection(), highlightActiveLine(), indentUnit.of("  "),
        language(declarations, words), syntaxHighlighting(colours), look,
        autocompletion({ override: [completions(declarations, words)] }),
        keymap.of([...completionKeymap, ...lintKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
        EditorView.updateListener.of(update => {
          if (!update.docChanged) return;
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
    findings(all) {
      view.dispatch(setDiagnostics(view.state, all.map(f => ({
        ...span(f), severity: f.severity, source: f.code, message: f.hint ? `${f.message}\n${f.hint}` : f.message,
      }))));
    },
    go(line, column) {
      const at = span({ line, column, length: 1 }).from;
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      view.focus();
    },
    dispose() { clearTimeout(timer); view.destroy(); },
  };
}
