#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"edit.add", QT_TRANSLATE_NOOP("Messages", "Add {what}")},
    {"edit.add_steps", QT_TRANSLATE_NOOP("Messages", "Add {count} steps")},
    {"edit.bad_name",
     QT_TRANSLATE_NOOP("Messages",
                       "\"{name}\" is no name for a step or an input: letters, digits, _ and -, a letter first, at most 64.")},
    {"edit.change_steps", QT_TRANSLATE_NOOP("Messages", "Change {count} steps")},
    {"edit.connect", QT_TRANSLATE_NOOP("Messages", "Connect {from} to {to}")},
    {"edit.disable", QT_TRANSLATE_NOOP("Messages", "Disable {what}")},
    {"edit.disable_steps", QT_TRANSLATE_NOOP("Messages", "Disable {count} steps")},
    {"edit.disconnect", QT_TRANSLATE_NOOP("Messages", "Disconnect {from} from {to}")},
    {"edit.enable", QT_TRANSLATE_NOOP("Messages", "Enable {what}")},
    {"edit.enable_steps", QT_TRANSLATE_NOOP("Messages", "Enable {count} steps")},
    {"edit.layout", QT_TRANSLATE_NOOP("Messages", "Lay out anew")},
    {"edit.link_after_end", QT_TRANSLATE_NOOP("Messages", "{step} ends its path: nothing comes after it.")},
    {"edit.link_bad_bound", QT_TRANSLATE_NOOP("Messages", "A way back may be taken 1 to {most} times.")},
    {"edit.link_cannot_fail", QT_TRANSLATE_NOOP("Messages", "{step} cannot fail, so nothing can follow its failure.")},
    {"edit.link_circle", QT_TRANSLATE_NOOP("Messages", "{to} comes before {from} already; this link would close a circle.")},
    {"edit.link_exists", QT_TRANSLATE_NOOP("Messages", "{from} and {to} are linked so already.")},
    {"edit.link_file_into_pipeline",
     QT_TRANSLATE_NOOP("Messages",
                       "{output} is a file, and a pipeline takes only values as parameters: {step} cannot have it.")},
    {"edit.link_has_else", QT_TRANSLATE_NOOP("Messages", "{step} has an `else` already; give the new branch a condition.")},
    {"edit.link_in_text", QT_TRANSLATE_NOOP("Messages", "{to} speaks of {from} in {place}; change that text first.")},
    {"edit.link_itself", QT_TRANSLATE_NOOP("Messages", "{step} cannot come after itself.")},
    {"edit.link_leads_forward",
     QT_TRANSLATE_NOOP("Messages",
                       "{to} does not come before {from}, so this way leads forward and needs no bound.")},
    {"edit.link_mapped",
     QT_TRANSLATE_NOOP("Messages",
                       "{step} has items, each with outputs of its own. Add `best` to its map to give one of them on.")},
    {"edit.link_missing", QT_TRANSLATE_NOOP("Messages", "There is no such link from {from} to {to}.")},
    {"edit.link_needs_bound", QT_TRANSLATE_NOOP("Messages", "{to} comes before {from}: a way back needs a bound (at_most).")},
    {"edit.link_no_branch", QT_TRANSLATE_NOOP("Messages", "{step} has no branch {number}.")},
    {"edit.link_no_input", QT_TRANSLATE_NOOP("Messages", "{step} takes no files or values.")},
    {"edit.link_no_output", QT_TRANSLATE_NOOP("Messages", "{step} gives nothing on: it declares no outputs.")},
    {"edit.link_no_such_output", QT_TRANSLATE_NOOP("Messages", "{step} has no output called {output}.")},
    {"edit.link_not_a_choice", QT_TRANSLATE_NOOP("Messages", "{step} is no choice, so it has no branches.")},
    {"edit.link_not_a_file",
     QT_TRANSLATE_NOOP("Messages",
                       "{output} of {from} is no file, so it cannot be an input of {to}; use it in the text of the command.")},
    {"edit.link_not_an_approval", QT_TRANSLATE_NOOP("Messages", "{step} asks nobody, so it cannot be rejected.")},
    {"edit.link_nothing_fits", QT_TRANSLATE_NOOP("Messages", "{from} gives nothing that {to} takes.")},
    {"edit.link_which_output",
     QT_TRANSLATE_NOOP("Messages",
                       "{step} has several outputs or they are not known here; say which: {outputs}")},
    {"edit.link_wrong_sort", QT_TRANSLATE_NOOP("Messages", "{to} does not take {output} of {from} there.")},
    {"edit.move", QT_TRANSLATE_NOOP("Messages", "Move")},
    {"edit.no_step", QT_TRANSLATE_NOOP("Messages", "There is no step {step}.")},
    {"edit.open_quote", QT_TRANSLATE_NOOP("Messages", "A quote is not closed.")},
    {"edit.reconnect", QT_TRANSLATE_NOOP("Messages", "Connect {from} to {to} instead")},
    {"edit.remove", QT_TRANSLATE_NOOP("Messages", "Remove {what}")},
    {"edit.remove_steps", QT_TRANSLATE_NOOP("Messages", "Remove {count} steps")},
    {"edit.rename", QT_TRANSLATE_NOOP("Messages", "Rename {from} to {to}")},
    {"edit.set", QT_TRANSLATE_NOOP("Messages", "Change {what}")},
    {"edit.step_exists", QT_TRANSLATE_NOOP("Messages", "There is already a step {step}.")},
    {"edit.text", QT_TRANSLATE_NOOP("Messages", "Typing")},
    {"edit.text_broken", QT_TRANSLATE_NOOP("Messages", "The YAML cannot be read at the moment. Mend the marked line first.")},
};

} // namespace

std::span<const Entry> editCatalogue() { return entries; }

} // namespace penstock::messages
