#include "harness/command/doctor_command.h"

#include <fmt/format.h>

#include <expected>
#include <ostream>

#include "harness/doctor/report_json.h"

namespace command {
namespace {

using PatientOrError = std::expected<doctor::Patient, std::string>;

// Genesys Cloud demands more than 15 characters (API definition,
// createConversationsMessagingIntegrationsOpen).
constexpr std::size_t secret_chars_min = 16;

std::unexpected<std::string> wrong_url(std::string_view what, std::string_view url) {
    return std::unexpected(
        fmt::format("doctor: {} '{}' is no URL: write it like http://127.0.0.1:3000/webhook\n", what, url));
}

PatientOrError patient_of(const DoctorSettings& settings, const Outside& outside) {
    const auto url = http::parse_url(settings.url);
    if (!url) return wrong_url("the receiver's", settings.url);
    if (settings.secret.empty())
        return std::unexpected(
            std::string("doctor: the secret is empty: give --secret, or set HANDOVER_SECRET\n"));
    const auto slow_after = base::parse_duration(settings.slow_after);
    if (!slow_after)
        return std::unexpected(fmt::format("doctor: --slow-after '{}' is no duration: write 500ms or 5s\n",
                                           settings.slow_after));
    doctor::Patient patient{.receiver = {url->origin(), url->target, settings.secret},
                            .addresses = settings.addresses,
                            .window = std::nullopt,
                            .slow_after = *slow_after,
                            .seed = settings.seed,
                            .begin = settings.begin};
    if (settings.seen_url.empty()) return patient;
    const auto seen = http::parse_url(settings.seen_url);
    if (!seen) return wrong_url("the --seen-url", settings.seen_url);
    patient.window = doctor::Window{*seen, outside.ask, outside.pause};
    return patient;
}

std::string unreachable(const DoctorSettings& settings) {
    const bool is_encrypted = settings.url.starts_with("https:");
    return fmt::format(
        "doctor: cannot reach {}: nobody listens there, or the name is unknown{}\n", settings.url,
        is_encrypted ? ", or its certificate is not trusted (give its authority with --cacert FILE)" : "");
}

}  // namespace

ExitCode examine_receiver(const DoctorSettings& settings, const Outside& outside, std::ostream& out,
                          std::ostream& err) {
    const auto patient = patient_of(settings, outside);
    if (!patient) {
        err << patient.error();
        return ExitCode::Usage;
    }
    if (settings.secret.size() < secret_chars_min)
        err << fmt::format("doctor: Genesys Cloud takes no secret of less than {} characters\n",
                           secret_chars_min);
    doctor::Diagnosis diagnosis = doctor::examine(*patient, outside.ask);
    for (int tries = settings.tries; !diagnosis.is_reached && tries > 0; --tries) {
        outside.pause();
        diagnosis = doctor::examine(*patient, outside.ask);
    }
    if (!diagnosis.is_reached) {
        err << unreachable(settings);
        return ExitCode::Infrastructure;
    }
    out << (settings.form == ReportForm::Json ? doctor::report_json(diagnosis, settings.url)
                                              : doctor::report_text(diagnosis, settings.url, settings.colour))
        << std::flush;
    return diagnosis.findings.empty() ? ExitCode::Passed : ExitCode::Failed;
}

}  // namespace command
