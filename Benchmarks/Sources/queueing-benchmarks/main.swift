// Measures the queueing mathematics, beside Python packages that answer the same questions.
//
//   make benchmark-queueing

import Foundation
import Measuring

do {
  try benchmarkRequirement()
  benchmarkEvaluations()
  try await benchmarkVarying()
  print("peak memory \(Int(peakMemory())) MB")
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
