#include "core/store/descriptor.h"

#include <unistd.h>

namespace penstock::store {

void Descriptor::reset(int number)
{
    if (m_number >= 0)
        ::close(m_number); // what must be on disk was synced before; a failure here tells nothing that helps
    m_number = number;
}

} // namespace penstock::store
