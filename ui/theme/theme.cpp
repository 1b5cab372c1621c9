#include "ui/theme/theme.h"

#include "ui/theme/contrast.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>

#include <algorithm>

namespace penstock::theme {
namespace {

// In the order of Role.
constexpr std::array<QRgb, roleCount> lightTokens{
    0xFFF4F4F1, 0xFFFFFFFF, 0xFFFAFAF8, 0xFFF3F3EF, 0xFFDCEBF3, 0xFFDCDCD6, 0xFF1D2226, 0xFF6A7178, 0xFF0B6E99,
    0xFFFFFFFF, 0xFF00855F, 0xFF0072B2, 0xFFC4501B, 0xFFA8558C, 0xFFB97A00, 0xFF3E93C4, 0xFF8A9097};
constexpr std::array<QRgb, roleCount> darkTokens{
    0xFF1B1D20, 0xFF24272B, 0xFF1F2225, 0xFF1C1E21, 0xFF27404D, 0xFF383C42, 0xFFE7E7E3, 0xFF9AA1A8, 0xFF4FB0D8,
    0xFF14171A, 0xFF3CC79A, 0xFF56A9E0, 0xFFF0875A, 0xFFD98CC0, 0xFFE5B04A, 0xFF7FC4EA, 0xFF7F868D};
constexpr std::array<QRgb, 6> seriesTokens{0xFF0072B2, 0xFFD55E00, 0xFF009E73, 0xFFCC79A7, 0xFFE69F00, 0xFF56B4E9};

std::array<QColor, roleCount> colorsOf(const std::array<QRgb, roleCount>& tokens)
{
    std::array<QColor, roleCount> colors;
    std::transform(tokens.begin(), tokens.end(), colors.begin(), [](QRgb token) { return QColor(token); });
    return colors;
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

int chroma(const QColor& color)
{
    const auto [least, most] = std::minmax({color.red(), color.green(), color.blue()});
    return most - least;
}

// Stock desktops use near-neutral windows (a spread of at most 12 between channels: Breeze Dark has 8) and text that is
// not black on white. Beyond that somebody chose these colours, or needs them.
bool isPersonal(const QPalette& palette)
{
    constexpr double highContrast = 19.5;
    constexpr int tint = 12;
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    return contrast(window, palette.color(QPalette::Active, QPalette::WindowText)) >= highContrast ||
           chroma(window) > tint || chroma(base) > tint;
}

std::array<QColor, roleCount> colorsOf(const QPalette& palette, const std::array<QRgb, roleCount>& tokens)
{
    const auto of = [&palette](QPalette::ColorRole role) { return palette.color(QPalette::Active, role); };
    auto colors = colorsOf(tokens);
    const auto set = [&colors](Role role, const QColor& color) { colors[static_cast<std::size_t>(role)] = color; };
    const QColor base = of(QPalette::Base);
    const QColor text = of(QPalette::Text);
    const bool strong = contrast(base, text) >= 19.5;
    set(Role::window, of(QPalette::Window));
    set(Role::panel, base);
    set(Role::canvas, base);
    set(Role::code, of(QPalette::Window));
    set(Role::selection, mix(base, of(QPalette::Highlight), 0.3));
    set(Role::hairline, strong ? text : mix(base, text, 0.2));
    set(Role::text, text);
    set(Role::muted, strong ? text : mix(base, text, 0.65));
    set(Role::accent, of(QPalette::Highlight));
    set(Role::onAccent, readable(of(QPalette::HighlightedText), of(QPalette::Highlight), isDark(palette) ? Qt::black : Qt::white));
    for (auto role = static_cast<std::size_t>(Role::succeeded); role < roleCount; ++role)
        colors[role] = readable(colors[role], base, text, 3.0);
    return colors;
}

} // namespace

Theme::Theme(Tone tone, const std::array<QColor, roleCount>& colors, bool ofDesktop)
    : m_tone(tone)
    , m_ofDesktop(ofDesktop)
    , m_colors(colors)
{
    for (std::size_t surface = 0; surface < surfaceCount; ++surface) {
        for (std::size_t role = 0; role < roleCount; ++role)
            m_inks[surface][role] = readable(m_colors[role], m_colors[surface], color(Role::text));
    }
}

Theme Theme::light()
{
    return {Tone::light, colorsOf(lightTokens), false};
}

Theme Theme::dark()
{
    return {Tone::dark, colorsOf(darkTokens), false};
}

Theme Theme::forDesktop(const QPalette& desktop)
{
    const bool dark = isDark(desktop);
    if (!isPersonal(desktop))
        return dark ? Theme::dark() : Theme::light();
    return {dark ? Tone::dark : Tone::light, colorsOf(desktop, dark ? darkTokens : lightTokens), true};
}

QColor Theme::ink(Role role, Role surface) const
{
    const auto index = static_cast<std::size_t>(surface);
    return index < surfaceCount ? m_inks[index][static_cast<std::size_t>(role)] : color(role);
}

QColor Theme::seriesColor(int index) const
{
    const QColor color = QColor(seriesTokens[static_cast<std::size_t>(index) % seriesTokens.size()]);
    return readable(color, this->color(Role::panel), this->color(Role::text), m_ofDesktop ? 3.0 : 1.0);
}

Qt::PenStyle Theme::seriesPen(int index)
{
    switch (static_cast<std::size_t>(index) / seriesTokens.size() % 3) {
    case 0: return Qt::SolidLine;
    case 1: return Qt::DashLine;
    default: return Qt::DotLine;
    }
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& color) { palette.setColor(role, color); };
    set(QPalette::Window, color(Role::window));
    set(QPalette::Base, color(Role::panel));
    set(QPalette::AlternateBase, color(Role::canvas));
    set(QPalette::Button, color(Role::panel));
    set(QPalette::ToolTipBase, color(Role::panel));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::HighlightedText})
        set(role, color(Role::text));
    set(QPalette::PlaceholderText, ink(Role::muted, Role::code));
    set(QPalette::Highlight, color(Role::selection));
    set(QPalette::Link, ink(Role::accent));
    set(QPalette::LinkVisited, ink(Role::accent));
    set(QPalette::BrightText, color(Role::onAccent));
    set(QPalette::Light, color(Role::panel));
    set(QPalette::Midlight, color(Role::window));
    set(QPalette::Mid, color(Role::hairline));
    set(QPalette::Dark, color(Role::idle));
    set(QPalette::Shadow, color(Role::hairline));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Role::idle));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Role::hairline));
    return palette;
}

QFont Theme::font(Type type)
{
    QFont font = type == Type::mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QGuiApplication::font();
    const double text = QFontInfo(QGuiApplication::font()).pixelSize();
    const auto size = [&font, text](double ofText) { font.setPixelSize(std::max(8, qRound(text * ofText / 13))); };
    switch (type) {
    case Type::title: size(21); break;
    case Type::heading: size(15); break;
    case Type::name: size(13.5); break;
    case Type::text: size(13); break;
    case Type::secondary: size(12); break;
    case Type::caption: size(11); break;
    case Type::mono: size(12.5); break;
    }
    if (type == Type::title)
        font.setWeight(QFont::Bold);
    else if (type == Type::heading || type == Type::name)
        font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace penstock::theme
