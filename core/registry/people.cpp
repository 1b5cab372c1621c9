#include "core/registry/people.h"

#include <algorithm>

namespace penstock::registry {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

const Person* People::byUser(const std::string& user) const
{
    const auto found = std::find_if(persons.begin(), persons.end(), [&](const Person& person) { return contains(person.users, user); });
    return found == persons.end() ? nullptr : &*found;
}

std::string People::nameOf(const std::string& user) const
{
    const Person* person = byUser(user);
    return person ? person->name : user;
}

bool People::mayDecide(const std::string& user, const std::vector<std::string>& approvers) const
{
    if (approvers.empty())
        return true;
    const Person* person = byUser(user);
    return person && (contains(approvers, person->name)
                      || std::any_of(person->roles.begin(), person->roles.end(), [&](const std::string& role) { return contains(approvers, role); }));
}

} // namespace penstock::registry
