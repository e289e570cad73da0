#include "mock-genesys/core/structured.h"

#include <utility>

namespace mock {

std::string_view name_of(CardAction::Kind kind) {
    switch (kind) {
        case CardAction::Kind::Postback:
            return "Postback";
        case CardAction::Kind::Link:
            return "Link";
    }
    std::unreachable();
}

std::string_view name_of(ButtonKind kind) {
    switch (kind) {
        case ButtonKind::Button:
            return "Button";
        case ButtonKind::QuickReply:
            return "QuickReply";
        case ButtonKind::DatePicker:
            return "DatePicker";
    }
    std::unreachable();
}

std::optional<ButtonKind> find_button_kind(std::string_view text) {
    for (const ButtonKind kind : {ButtonKind::Button, ButtonKind::QuickReply, ButtonKind::DatePicker})
        if (name_of(kind) == text) return kind;
    return std::nullopt;
}

}  // namespace mock
