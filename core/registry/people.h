// Who may decide: system users mapped to persons and roles, as penstock.yaml says. Roles bind what goes through Penstock;
// somebody who can write the files can change them, and the documentation says so.
#pragma once

#include <string>
#include <vector>

namespace penstock::registry {

struct Person {
    std::string name;
    std::vector<std::string> users; // system users
    std::vector<std::string> roles;

    bool operator==(const Person&) const = default;
};

struct People {
    std::vector<Person> persons;

    bool operator==(const People&) const = default;

    const Person* byUser(const std::string& user) const;
    // The name under which a user decides: the person's, or the user's own when nobody is mapped to it.
    std::string nameOf(const std::string& user) const;
    // Whether the user is one of `approvers` (roles or person names). An empty list lets everybody decide.
    bool mayDecide(const std::string& user, const std::vector<std::string>& approvers) const;
};

} // namespace penstock::registry
