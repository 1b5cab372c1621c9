// Edges that are drawn, cut and moved. For this folder only.
#pragma once

#include "core/edit/edit.h"

namespace penstock::edit {

Result<Document> connect(const Document& document, const Link& link);
Result<Document> disconnect(const Document& document, const Link& link);
Result<Document> reconnect(const Document& document, const Reconnect& edit);

} // namespace penstock::edit
