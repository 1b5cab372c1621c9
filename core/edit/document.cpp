#include "core/edit/document.h"

#include <atomic>

namespace penstock::edit {

namespace {

// A value that is made when it is first asked for. Two threads that ask at once may both make it, and then share one: nobody
// ever waits for somebody else.
template <class Value>
class Lazy final {
public:
    Lazy() = default;
    Lazy(const Lazy&) = delete;
    Lazy& operator=(const Lazy&) = delete;
    ~Lazy() { delete m_value.load(); }

    template <class Make>
    const Value& get(Make make) const
    {
        if (const Value* known = m_value.load())
            return *known;
        auto made = std::make_unique<const Value>(make());
        const Value* other = nullptr;
        if (!m_value.compare_exchange_strong(other, made.get()))
            return *other;
        return *made.release();
    }

private:
    mutable std::atomic<const Value*> m_value{nullptr};
};

} // namespace

class Document::Text final {
public:
    explicit Text(std::string text)
        : m_text(std::move(text))
    {}

    const std::string& text() const { return m_text; }
    const format::ReadPipeline& read() const
    {
        return m_read.get([this] { return format::readPipeline(m_text); });
    }

private:
    std::string m_text;
    Lazy<format::ReadPipeline> m_read;
};

class Document::Layout final {
public:
    explicit Layout(std::string text)
        : m_text(std::move(text))
    {}

    const std::string& text() const { return m_text; }
    const format::NodePositions& positions() const
    {
        return m_positions.get([this] { return format::readLayout(m_text); });
    }

private:
    std::string m_text;
    Lazy<format::NodePositions> m_positions;
};

Document::Document(std::string text, std::string layoutText)
    : Document(std::make_shared<const Text>(std::move(text)), std::make_shared<const Layout>(std::move(layoutText)))
{}

Document::Document(std::shared_ptr<const Text> text, std::shared_ptr<const Layout> layout)
    : m_text(std::move(text))
    , m_layout(std::move(layout))
{}

const std::string& Document::text() const { return m_text->text(); }

const std::string& Document::layoutText() const { return m_layout->text(); }

const format::ReadPipeline& Document::read() const { return m_text->read(); }

const format::NodePositions& Document::positions() const { return m_layout->positions(); }

bool Document::isEditable() const { return read().tree && read().tree->issues.empty(); }

Document Document::withLayout(std::string layoutText) const { return {m_text, std::make_shared<const Layout>(std::move(layoutText))}; }

Document Document::withoutMeaning() const { return Document(text(), layoutText()); }

} // namespace penstock::edit
