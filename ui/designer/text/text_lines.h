#pragma once

class QTextCursor;

namespace penstock::designer {

// What keys do to whole lines of a text that is indented by two spaces. Each is one change of the text; the cursor keeps its
// selection.
struct TextLines {
    static void indent(QTextCursor& cursor);        // the selected lines; without a selection: spaces up to the next stop
    static void outdent(QTextCursor& cursor);       // the lines of the cursor
    static void toggleComment(QTextCursor& cursor); // commented unless all of them are
    static void breakLine(QTextCursor& cursor);     // the new line is as deep as YAML wants what follows
};

} // namespace penstock::designer
