#include "mock-genesys/service/make_service.h"

#include <utility>

#include "foundation/base/random.h"
#include "mock-genesys/api/errors.h"
#include "mock-genesys/api/standard_errors.h"
#include "mock-genesys/faults/faulty_host.h"
#include "mock-genesys/service/service.h"

namespace mock {

std::unique_ptr<host::Host> make_service(Organisation organisation, std::uint64_t seed, ExchangeSink record,
                                         Traces traces) {
    auto faults = std::make_shared<FaultList>();
    std::unique_ptr<host::Host> faithful =
        std::make_unique<Service>(std::move(organisation), seed, faults, traces);
    if (record) faithful = std::make_unique<RecordingHost>(std::move(faithful), std::move(record));
    auto refuse = [context_ids = base::Random(base::derive_seed(seed, "faults"))](int status) mutable {
        return error_response(standard_error(status), context_ids.uuid());
    };
    return std::make_unique<FaultyHost>(std::move(faithful), std::move(faults), std::move(refuse));
}

}  // namespace mock
