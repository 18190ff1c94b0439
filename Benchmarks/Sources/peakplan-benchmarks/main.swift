// Measures PeakPlan: the flagship scenario stage by stage, and what the typed layer adds to GLPK.
//
//   make benchmark        or, for one part:  … peakplan-benchmarks flagship | transportation

import Foundation
import Measuring

let part = CommandLine.arguments.dropFirst().first
do {
  if part == nil || part == "transportation" { try benchmarkTransportation() }
  if part == nil || part == "flagship" { try benchmarkFlagship() }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
