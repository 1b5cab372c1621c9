#pragma once

#include "core/edit/edit.h"
#include "ui/canvas/graph.h"

namespace penstock::designer {

// Who works on the canvas means what is seen there: a step that is put somewhere stands among the others, and a link that is made or
// cut moves nothing. An edit of steps made there therefore also gives those that nobody has placed the places where they are shown; opened
// again, the file gives the same picture. Pure.
edit::Edit holdingPlaces(edit::Edit edit, const edit::Document& document, const canvas::Graph& shown);

} // namespace penstock::designer
