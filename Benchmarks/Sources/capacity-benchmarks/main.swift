// Measures the weekly capacity program on made-up scenarios, beside HiGHS and CBC on the same program.
//
//   make benchmark-capacity
//   swift run -c release --package-path Benchmarks capacity-benchmarks \
//     --sizes S,M --seeds 1-10 --peers 60 [--keep folder]

import Foundation

do {
  let request = try CapacityRequest(Array(CommandLine.arguments.dropFirst()))
  try CapacityBenchmark(request).run()
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
