// The caller's own token.
#include "mock-genesys/api/credentials.h"
#include "mock-genesys/operations/operation.h"
#include "mock-genesys/operations/resources.h"

namespace mock {
namespace {

Outcome check_token(Workplace&, const Call&) { return Reply{}; }

Outcome revoke_token(Workplace& at, const Call& call) {
    at.tokens.revoke(*bearer_token(call.request.headers));
    return Reply{};
}

}  // namespace

std::vector<OperationEntry> token_operations() {
    constexpr std::string_view path = "/api/v2/tokens/me";
    using enum Operation;
    using enum CallerContext;
    return {{OfAResource, "HEAD", path, {}, Anyone, check_token},
            {OfAResource, "DELETE", path, {}, Anyone, revoke_token}};
}

}  // namespace mock
