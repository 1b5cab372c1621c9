#pragma once

#include "core/edit/edit.h"
#include "ui/canvas/graph.h"

namespace penstock::designer {

// Who puts one thing somewhere means its place among the others as they are seen. An edit that places something therefore also
// gives those that were placed for people, and by nobody, the places where they are shown: opened again, the file gives the same
// picture. Other edits come back as they are. Pure.
edit::Edit holdingPlaces(edit::Edit edit, const edit::Document& document, const canvas::Graph& shown);

} // namespace penstock::designer
