#include "harness/doctor/diagnosis.h"

namespace doctor {

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::Passed:
            return "passed";
        case Verdict::Found:
            return "finding";
        case Verdict::NotJudged:
            return "not judged";
    }
    return {};
}

}  // namespace doctor
