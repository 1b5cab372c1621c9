// Steps that come, go and are switched. For this folder only.
#pragma once

#include "core/edit/edit.h"

namespace penstock::edit {

Result<Document> add(const Document& document, const AddSteps& edit);
Result<Document> remove(const Document& document, const RemoveSteps& edit);
Result<Document> enable(const Document& document, const SetEnabled& edit);
Result<Document> rename(const Document& document, const RenameStep& edit);

} // namespace penstock::edit
