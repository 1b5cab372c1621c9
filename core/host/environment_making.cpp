#include "core/host/environment_making.h"

#include "core/platform/watched_command.h"

#include <unistd.h>

#include <chrono>
#include <sstream>
#include <vector>

namespace penstock::host {

namespace {

using Time = std::chrono::steady_clock;

constexpr std::size_t longestStory = 64U << 10U;
constexpr std::size_t longestWords = 600;
constexpr std::size_t mostLines = 6;
constexpr Duration betweenLines{1'000};

std::string onPath(const std::map<std::string, std::string>& variables, const char* name)
{
    const auto path = variables.find("PATH");
    std::istringstream folders(path == variables.end() ? std::string() : path->second);
    for (std::string folder; std::getline(folders, folder, ':');) {
        const std::string program = folder + '/' + name;
        if (!folder.empty() && folder.front() == '/' && access(program.c_str(), X_OK) == 0)
            return program;
    }
    return {};
}

class MakingOne final {
public:
    MakingOne(const EnvironmentSpec& spec, const EnvironmentQuestion& question, std::string folder, const std::function<bool()>& isWanted,
              const std::function<void(const std::string&, Duration)>& told)
        : m_spec(spec)
        , m_question(question)
        , m_folder(std::move(folder))
        , m_isWanted(isWanted)
        , m_told(told)
    {}

    Result<MakingStory> run()
    {
        const std::string uv = onPath(m_question.variables, "uv");
        const std::string python = m_folder + "/bin/python";
        const auto made = uv.empty() ? command({m_spec.interpreter, "-m", "venv", m_folder}) : command({uv, "venv", "--python", m_spec.interpreter, m_folder});
        if (!made)
            return made.error();
        const std::string& file = m_spec.requirements;
        const auto installed = uv.empty() ? command({python, "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "-r", file})
                                          : command({uv, "pip", "install", "--python", python, "-r", file});
        if (!installed)
            return installed.error();
        return MakingStory{uv.empty() ? "pip" : "uv", m_text, since()};
    }

private:
    Result<void> command(std::vector<std::string> words)
    {
        hear("$");
        for (const std::string& word : words)
            hear(' ' + word);
        hear("\n");
        const auto code = platform::runWatched({std::move(words), m_question.variables, m_question.workspace},
                                               [this](std::string_view bytes) { hear(bytes); }, [this] {
                                                   tell();
                                                   return m_isWanted();
                                               });
        if (!code)
            return code.error();
        if (*code == 0)
            return {};
        return Error{ErrorCode::invalid, {"host.environment_failed", {{"path", m_spec.requirements}, {"lines", lastWords(m_text)}}}, m_text};
    }

    void hear(std::string_view bytes)
    {
        m_text += bytes;
        const std::size_t line = m_text.find_last_of('\n', m_text.empty() ? 0 : m_text.size() - 2);
        m_line = m_text.substr(line == std::string::npos ? 0 : line + 1);
        if (m_text.size() > longestStory) // the beginning says what was done, the end how it went
            m_text.erase(longestStory / 4, m_text.size() - longestStory * 3 / 4);
    }

    void tell()
    {
        if (m_toldAt + betweenLines > since())
            return;
        m_toldAt = since();
        m_told(m_line.substr(0, m_line.find('\n')), m_toldAt);
    }

    Duration since() const { return std::chrono::duration_cast<Duration>(Time::now() - m_began); }

    const EnvironmentSpec& m_spec;
    const EnvironmentQuestion& m_question;
    std::string m_folder;
    const std::function<bool()>& m_isWanted;
    const std::function<void(const std::string&, Duration)>& m_told;
    std::string m_text, m_line;
    Time::time_point m_began = Time::now();
    Duration m_toldAt{0};
};

} // namespace

std::string lastWords(const std::string& output)
{
    std::vector<std::string> lines;
    std::istringstream in(output);
    for (std::string line; std::getline(in, line);) {
        if (line.find_first_not_of(" \t\r") != std::string::npos && line.rfind("$ ", 0) != 0)
            lines.push_back(line.substr(line.find_first_not_of(" \t\r")));
    }
    std::string words;
    for (std::size_t i = lines.size() > mostLines ? lines.size() - mostLines : 0; i < lines.size(); ++i)
        words += (words.empty() ? "" : " / ") + lines[i];
    if (words.size() <= longestWords)
        return words;
    std::size_t begin = words.size() - longestWords;
    while (begin < words.size() && (static_cast<unsigned char>(words[begin]) & 0xc0U) == 0x80)
        ++begin;
    return "…" + words.substr(begin);
}

Result<MakingStory> makeEnvironment(const EnvironmentSpec& spec, const EnvironmentQuestion& question, const std::string& folder,
                                    const std::function<bool()>& isWanted, const std::function<void(const std::string& line, Duration since)>& told)
{
    return MakingOne(spec, question, folder, isWanted, told).run();
}

} // namespace penstock::host
