# Writes the reference tables beside this file anew. From this folder: Rscript make_reference.R
suppressMessages(library(metafor))

METHODS <- c("FE", "DL", "PM", "REML", "ML", "EB", "HE", "HS", "SJ")
TIGHT <- list(threshold = 1e-13, tol = 1e-14, maxiter = 10000)

# Public data sets of the package metadat, through metafor's own functions.
sets <- list(
  bcg = escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg),
  raudenbush1985 = dat.raudenbush1985,
  normand1999 = escalc(measure = "SMD", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i,
                       data = dat.normand1999),
  molloy2014 = escalc(measure = "ZCOR", ri = ri, ni = ni, data = dat.molloy2014),
  hackshaw1998 = dat.hackshaw1998,
  li2007 = escalc(measure = "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.li2007),
  konstantopoulos2011 = dat.konstantopoulos2011
)
# Drawn at random: few and many studies, no and much heterogeneity, alike and very unlike variances.
set.seed(20251125)
for (k in c(2, 3, 5, 12, 40, 150)) for (tau in c(0, 0.3, 2)) for (spread in c(0.3, 2)) {
  vi <- 0.1 * exp(rnorm(k, 0, spread))
  name <- sprintf("random_k%d_tau%g_spread%g", k, tau, spread)
  sets[[name]] <- data.frame(yi = rnorm(k, 0.2, sqrt(vi + tau^2)), vi = vi)
}
sets$all_alike <- data.frame(yi = c(0.1, 0.3, 0.2, 0.5), vi = rep(0.04, 4))
sets$no_heterogeneity <- data.frame(yi = c(0.20, 0.21, 0.19, 0.22, 0.20), vi = c(0.1, 0.2, 0.15, 0.3, 0.05))
sets$two_apart <- data.frame(yi = c(-1, 1), vi = c(0.01, 0.02))
sets$one_rules <- data.frame(yi = c(0.1, 1, -2, 3), vi = c(1e-5, 1, 2, 3))
sets$large_numbers <- data.frame(yi = c(120, 80, 155, 99, 140), vi = c(90, 160, 220, 75, 310))
sets <- lapply(sets, function(d) { d <- as.data.frame(d); d[is.finite(d$yi) & is.finite(d$vi), ] })

text <- function(x) if (is.numeric(x)) ifelse(is.na(x), "", sprintf("%.17g", x)) else x
write <- function(rows, name) {
  table <- do.call(rbind, rows)
  table[] <- lapply(table, text)
  write.csv(table, paste0(name, ".csv"), row.names = FALSE, quote = FALSE)
}
number <- function(x) as.numeric(x)
fitted <- function(d, method, test = "z", ...) suppressWarnings(rma(yi, vi, data = d, method = method, test = test, ...))
line <- function(f) data.frame(k = f$k, estimate = number(f$beta[1]), se = f$se[1], ci_low = f$ci.lb[1], ci_high = f$ci.ub[1],
                               p = f$pval[1], tau2 = f$tau2)

effects <- pooled <- exact <- intervals <- egger <- list()
for (id in names(sets)) {
  d <- sets[[id]]
  effects[[id]] <- data.frame(id = id, yi = number(d$yi), vi = number(d$vi))
  for (method in METHODS) for (test in c("z", "knha", "adhoc")) {
    if (method == "FE" && test != "z") next
    f <- fitted(d, method, test)
    p <- predict(f)
    pi <- if (method == "FE") c(NA, NA) else c(p$pi.lb, p$pi.ub)
    # Of Riley and others, with k - 2 degrees of freedom and the Wald standard error, whatever the test.
    r <- suppressWarnings(predict(fitted(d, method), pi.type = "riley"))
    new <- if (method == "FE" || nrow(d) < 3) c(NA, NA) else c(r$pi.lb, r$pi.ub)
    pooled[[length(pooled) + 1]] <- cbind(data.frame(id = id, method = method, test = test), line(f), data.frame(
      i2 = f$I2, h2 = f$H2, q = f$QE, q_p = f$QEp, pi_low = pi[1], pi_high = pi[2], new_low = new[1], new_high = new[2]))
  }
  for (method in c("PM", "REML", "ML", "EB")) {
    f <- fitted(d, method, control = TIGHT)
    exact[[length(exact) + 1]] <- cbind(data.frame(id = id, method = method), line(f))
  }
  ci <- suppressWarnings(confint(fitted(d, "DL"), control = list(tol = 1e-14, maxiter = 10000, tau2.max = 1e6)))
  r <- ci$random
  intervals[[id]] <- data.frame(id = id, tau2_low = r[1, 2], tau2_high = r[1, 3], i2_low = r[3, 2], i2_high = r[3, 3],
                                h2_low = r[4, 2], h2_high = r[4, 3], is_empty = ci$ci.null)
  if (nrow(d) > 2 && length(unique(d$vi)) > 1) {
    t <- regtest(number(d$yi), d$vi, model = "lm")
    egger[[id]] <- data.frame(id = id, slope = number(coef(t$fit)[2]), t = t$zval, df = t$ddf, p = t$pval, limit = t$est,
                              limit_low = t$ci.lb, limit_high = t$ci.ub)
  }
}
write(effects, "effects"); write(pooled, "pooled"); write(exact, "exact"); write(intervals, "intervals"); write(egger, "egger")

rows <- list()
for (id in c("bcg", "normand1999", "two_apart")) for (method in c("FE", "DL", "REML")) for (test in c("z", "knha")) {
  if (test == "knha" && (method == "FE" || id == "two_apart")) next
  f <- fitted(sets[[id]], method, test)
  a <- leave1out(f)
  tau2 <- if (method == "FE") 0 else a$tau2
  rows[[length(rows) + 1]] <- data.frame(id = id, method = method, test = test, place = seq_along(a$estimate) - 1,
    estimate = a$estimate, se = a$se, ci_low = a$ci.lb, ci_high = a$ci.ub, tau2 = tau2, i2 = a$I2, q = a$Q, q_p = a$Qp)
}
write(rows, "series")

rows <- list()
moderated <- list(bcg = sets$bcg$ablat, raudenbush1985 = sets$raudenbush1985$weeks, hackshaw1998 = sqrt(sets$hackshaw1998$vi),
                  random_k3_tau0.3_spread0.3 = c(1, 2, 4))
moderators <- list()
for (id in names(moderated)) {
  d <- sets[[id]]; x <- moderated[[id]]
  moderators[[id]] <- data.frame(id = id, place = seq_along(x) - 1, moderator = number(x))
  for (method in METHODS[-1]) for (test in c("z", "knha")) {
    f <- fitted(d, method, test, mods = ~x)
    rows[[length(rows) + 1]] <- data.frame(id = id, method = method, test = test, intercept = f$beta[1], intercept_se = f$se[1],
      slope = f$beta[2], slope_se = f$se[2], slope_low = f$ci.lb[2], slope_high = f$ci.ub[2], slope_p = f$pval[2],
      tau2 = f$tau2, i2 = f$I2, r2 = if (fitted(d, method)$tau2 > 0) f$R2 else NA, q = f$QE, q_p = f$QEp)
  }
}
write(moderators, "moderators"); write(rows, "regression")

rows <- list()
d <- sets$konstantopoulos2011
for (method in c("FE", "DL", "REML")) {
  f <- robust(fitted(d, method), cluster = d$district)
  rows[[method]] <- data.frame(method = method, k = f$k, clusters = f$n, estimate = number(f$beta), se = f$se, ci_low = f$ci.lb,
                               ci_high = f$ci.ub, t = number(f$zval), df = f$ddf, p = number(f$pval), tau2 = f$tau2)
}
write(rows, "robust")
write(list(data.frame(place = seq_len(nrow(d)) - 1, cluster = as.character(d$district))), "clusters")

rows <- list()
groups <- sets$bcg$alloc
for (method in c("FE", "DL", "REML")) for (test in c("z", "knha")) {
  if (method == "FE" && test == "knha") next
  fits <- lapply(split(sets$bcg, groups), fitted, method = method, test = test)
  between <- rma(sapply(fits, function(f) number(f$beta)), sei = sapply(fits, function(f) f$se), method = "FE")
  rows[[length(rows) + 1]] <- data.frame(method = method, test = test, q_between = between$QE, p = between$QEp)
}
write(rows, "subgroups")
write(list(data.frame(place = seq_along(groups) - 1, label = as.character(groups))), "groups")

rows <- list()
for (n in c(1, 5, 6, 17, 40)) for (x in unique(pmin(n, c(0, 1, 3, n %/% 2, n)))) {
  b <- binom.test(x, n)
  rows[[length(rows) + 1]] <- data.frame(benefit = x, harm = n - x, share_low = b$conf.int[1], share_high = b$conf.int[2], p = b$p.value)
}
write(rows, "signs")
rows <- list()
add <- function(name, x, a, b, value) rows[[length(rows) + 1]] <<- data.frame(name = name, x = x, a = a, b = b, value = value)
for (x in c(-9, -3, -0.5, 0, 1e-6, 0.7, 1.96, 5, 12, 35)) add("normal_above", x, NA, NA, pnorm(x, lower.tail = FALSE))
for (p in c(1e-12, 0.001, 0.025, 0.4, 0.5, 0.9, 0.975)) add("normal_quantile", p, NA, NA, qnorm(p))
for (df in c(1, 2, 3, 7, 12, 39, 199, 1000)) {
  for (x in c(-4, -0.3, 0, 1e-5, 0.9, 2.2, 8, 40)) add("t_above", x, df, NA, pt(x, df, lower.tail = FALSE))
  for (p in c(1e-6, 0.025, 0.3, 0.5, 0.8, 0.975, 0.9995)) add("t_quantile", p, df, NA, qt(p, df))
  for (x in c(1e-3, 0.5, 3, 20, 150, 900)) add("chi2_above", x, df, NA, pchisq(x, df, lower.tail = FALSE))
  for (p in c(1e-4, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999)) add("chi2_quantile", p, df, NA, qchisq(p, df))
}
for (a in c(1, 3, 20, 150)) for (b in c(1, 2, 40)) for (p in c(0.025, 0.5, 0.975)) add("beta_quantile", p, a, b, qbeta(p, a, b))
write(rows, "distributions")
cat("R", as.character(getRversion()), "metafor", as.character(packageVersion("metafor")), "metadat",
    as.character(packageVersion("metadat")), "\n")
