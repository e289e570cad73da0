// The mock as a program: a Host that any driver can run.
#pragma once

#include <cstdint>
#include <memory>

#include "foundation/host/host.h"
#include "mock-genesys/core/organisation.h"
#include "mock-genesys/service/event_feed.h"
#include "mock-genesys/service/recording_host.h"

namespace mock {

// The faithful platform with its control interface, wrapped in the faults that the control interface arms.
// Ids that the organisation lacks come from the seed, as does every id and token later. State is in memory
// only. `record`, if given, is told every exchange with /api/v2 that the faithful platform has. Events are
// not traced if nobody reads the traces; the event feed has them all the same.
std::unique_ptr<host::Host> make_service(Organisation organisation, std::uint64_t seed,
                                         ExchangeSink record = {}, Traces traces = Traces::Told);

}  // namespace mock
