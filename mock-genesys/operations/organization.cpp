// The organisation itself, and the vendor's clock.
#include "mock-genesys/api/listings.h"
#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"

namespace mock {
namespace {

constexpr std::string_view organization_path = "/api/v2/organizations/me";
constexpr std::string_view date_path = "/api/v2/date";

// The name is what the mock keeps of it; the rest of the body is ignored.
Outcome change_organization(Workplace& at, const Call& call) {
    const Body body = Body::parse(call.request.body);
    const auto name = body.text("name");
    if (!body.number("version")) body.fail(schema_violation("should have required property 'version'"));
    if (body.error()) return refuse(*body.error());
    if (name && !name->empty()) at.organisation.name = *name;
    return Reply{200, encode_organization(at.organisation)};
}

Outcome read_date(Workplace&, const Call& call) { return ok(Entity().time("currentDate", call.now.utc)); }

}  // namespace

std::vector<OperationEntry> organization_operations() {
    using enum Operation;
    using enum CallerContext;
    return {{OfAResource, "PUT", organization_path, any_of({"directory:organization:admin"}), Anyone,
             change_organization},
            {OfAResource, "GET", date_path, {}, Anyone, read_date}};
}

}  // namespace mock
